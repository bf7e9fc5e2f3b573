using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Model;

/// <summary>A text that a container gets: fixed, a fact of the run, or a template that the scheduler renders.</summary>
internal abstract record TemplatedText
{
    /// <summary>A text that stays as it is.</summary>
    public static TemplatedText Fixed(string text) => new FixedText(text);

    /// <summary>A Jinja template, such as <c>{{ params.mode }}</c>.</summary>
    public static TemplatedText Template(string template) => new TemplateText(template);

    /// <summary>The day of the run on the pipeline's clocks: the same for every retry and for a backfill.</summary>
    public static TemplatedText SnapshotDate { get; } = new FactText(RunFact.SnapshotDate);

    /// <summary>The time of the run in Unix seconds: the same for every retry.</summary>
    public static TemplatedText RunTimestamp { get; } = new FactText(RunFact.Timestamp);

    public static implicit operator TemplatedText(string text) => Fixed(text);

    public static TemplatedText FromString(string text) => Fixed(text);
}
