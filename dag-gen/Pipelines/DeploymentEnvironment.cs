using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pipelines;

/// <summary>Where a pipeline runs. A team that needs another environment adds it here.</summary>
internal sealed record DeploymentEnvironment
{
    /// <summary>The names that <see cref="Find"/> knows.</summary>
    public static IReadOnlyList<string> Names { get; } = ["local", "production"];

    public required string Name { get; init; }

    /// <summary>The catalogue that readers query.</summary>
    public required CatalogAddress Catalog { get; init; }

    /// <summary>The settings that all stages share.</summary>
    public required HostSettings Host { get; init; }

    /// <summary>The account that it is; null: none, as on this machine.</summary>
    public AwsAccount? Account { get; init; }

    public bool IsLocal => Name == "local";

    /// <summary>A pipeline as it is here.</summary>
    public Dag Make(IPipeline pipeline) => pipeline.In(this) with { Account = Account };

    /// <summary>The environment of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="workFolder">The absolute folder in which the local environment keeps its buckets, catalogue and temporary files.</param>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static DeploymentEnvironment Find(string name, string workFolder) => name switch
    {
        "local" => Local(workFolder),
        "production" => Production(),
        _ => throw new ArgumentException($"Environment '{name}' is not known. Use one of {string.Join(", ", Names)}.", nameof(name)),
    };

    /// <summary>AWS, under Airflow: what the committed DAGs are for.</summary>
    public static DeploymentEnvironment Production() => new()
    {
        Name = "production",
        Catalog = CatalogAddress.Glue,
        Host = new HostSettings { ObjectStore = StoreAddress.S3, WorkDirectory = PodSettings.WorkFolder },
        Account = new AwsAccount
        {
            Id = "123456789012",
            Region = "eu-west-1",
            OidcProvider = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
            Operators = ["arn:aws:iam::123456789012:role/data-engineers"],
        },
    };

    /// <summary>A folder on this machine: no account, no network.</summary>
    public static DeploymentEnvironment Local(string workFolder) => new()
    {
        Name = "local",
        Catalog = CatalogAddress.InDirectory(Path.Combine(workFolder, "catalogue")),
        Host = new HostSettings
        {
            ObjectStore = StoreAddress.InDirectory(Path.Combine(workFolder, "store")),
            WorkDirectory = Path.Combine(workFolder, "work"),
        },
    };
}
