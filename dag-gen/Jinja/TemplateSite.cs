namespace Slipstream.DagGen.Jinja;

/// <summary>Where a template is rendered.</summary>
internal sealed record TemplateSite
{
    /// <summary>The template must be right in all of these.</summary>
    public required IReadOnlyList<AirflowContext> Contexts { get; init; }

    /// <summary>The pipeline's parameters.</summary>
    public IReadOnlySet<string> Params { get; init; } = new HashSet<string>();

    /// <summary>Names that are there besides the run's.</summary>
    public IReadOnlySet<string> MoreNames { get; init; } = new HashSet<string>();

    /// <summary>Says what is wrong with reading the XCom of a task; null: nothing.</summary>
    public required Func<XComPull, TemplateFinding?> Judge { get; init; }
}
