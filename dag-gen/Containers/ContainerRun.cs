namespace Slipstream.DagGen.Containers;

/// <summary>A stage in a container that may do no more than the pod of the DAG may: the arguments of <c>docker run</c>, which are podman's too.</summary>
internal sealed record ContainerRun
{
    /// <summary>No network at all.</summary>
    public const string NoNetwork = "none";

    /// <summary>That of the machine: a server on 127.0.0.1 is reached by it alone.</summary>
    public const string HostNetwork = "host";

    public required string Image { get; init; }

    /// <summary>User and group, as numbers.</summary>
    public required string User { get; init; }

    /// <summary>Null: the engine's own.</summary>
    public string? Network { get; init; }

    /// <summary>What else the engine needs to be told.</summary>
    public IReadOnlyList<string> EngineOptions { get; init; } = [];

    /// <summary>Folders of the machine, and where the container has them.</summary>
    public IReadOnlyList<string> Volumes { get; init; } = [];

    /// <summary>As <c>NAME=VALUE</c>, or as <c>NAME</c> alone: then the value is that of the engine's own process.</summary>
    public required IReadOnlyList<string> Variables { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The arguments, one group for each line where people read them.</summary>
    public IEnumerable<IReadOnlyList<string>> Groups =>
    [
        ["run", "--rm", "--read-only", "--tmpfs", "/tmp", "--user", User],
        ["--cap-drop=ALL", "--security-opt=no-new-privileges", .. Network is null ? Array.Empty<string>() : [$"--network={Network}"], .. EngineOptions],
        .. Volumes.Select(volume => new[] { "--volume", volume }),
        .. Variables.Select(variable => new[] { "--env", variable }),
        [Image, .. Arguments],
    ];

    /// <summary>
    /// The network that a stage needs: none where it works in folders of this machine, that of the machine where a variable names a server.
    /// </summary>
    public static string? NetworkFor(IReadOnlyDictionary<string, string> variables) =>
        variables.Values.Any(value => value.StartsWith("http://127.0.0.1", StringComparison.Ordinal) || value.StartsWith("http://localhost", StringComparison.Ordinal))
            ? HostNetwork
            : variables.Values.Any(value => value.StartsWith("http", StringComparison.Ordinal)) || variables.GetValueOrDefault("OBJECT_STORE") is null or "s3"
                ? null
                : NoNetwork;
}
