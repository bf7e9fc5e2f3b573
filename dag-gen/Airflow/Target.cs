namespace Slipstream.DagGen.Airflow;

/// <summary>The releases that a generated file is for.</summary>
internal sealed record Target
{
    private Target(string name, string airflow, string provider) => (Name, Airflow, Provider) = (name, airflow, provider);

    /// <summary>Airflow 3, in its own words.</summary>
    public static Target Airflow3 { get; } = new("airflow-3", "3.1+", ">= 10.5");

    /// <summary>Airflow 2, in its own words.</summary>
    public static Target Airflow2 { get; } = new("airflow-2", "2.9 - 2.11", ">= 7.14");

    /// <summary>One file for Airflow 2 and 3.</summary>
    public static Target Both { get; } = new("both", "2.9 - 3.x", ">= 7.14");

    public static IReadOnlyList<Target> All { get; } = [Airflow3, Airflow2, Both];

    /// <summary>The word for it on the command line.</summary>
    public string Name { get; }

    /// <summary>The releases of Airflow.</summary>
    public string Airflow { get; }

    /// <summary>The releases of apache-airflow-providers-cncf-kubernetes.</summary>
    public string Provider { get; }

    /// <summary>Reads a target's name.</summary>
    /// <exception cref="FormatException">It is none of <see cref="All"/>.</exception>
    public static Target Parse(string name) => All.FirstOrDefault(target => target.Name == name)
        ?? throw new FormatException($"Target '{name}' is not known. Use one of {string.Join(", ", All.Select(target => target.Name))}.");

    public override string ToString() => Name;
}
