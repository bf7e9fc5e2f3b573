namespace Slipstream.DagGen.Pipelines.Examples;

/// <summary>Pipelines to learn from: one for each reason for which teams have written a DAG by hand.</summary>
internal static class ExamplePipelines
{
    private static readonly IReadOnlyList<(string Name, IPipeline Pipeline)> Named =
    [
        ("loop-over-tables", new LoopOverTables()),
        ("run-dates", new RunDates()),
        ("clean-up", new CleanUp()),
        ("decide-by-exit-code", new DecideByExitCode()),
        ("limits-and-params", new LimitsAndParams()),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. Named.Select(example => example.Name)];

    public static IReadOnlyList<IPipeline> List { get; } = [.. Named.Select(example => example.Pipeline)];

    /// <summary>The example of one of <see cref="Names"/>.</summary>
    public static IPipeline Find(string name) => Named.Single(example => example.Name == name).Pipeline;
}
