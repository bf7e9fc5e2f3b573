namespace Slipstream.Stages.TestExtract.Checks.Values;

/// <summary>What the metadata ask of a value that is of its column's type.</summary>
internal abstract class ValueRule(Rule rule, string expected)
{
    public Rule Rule { get; } = rule;

    public string Expected { get; } = expected;

    /// <summary>True if the value passes.</summary>
    public abstract bool Allows(ReadOnlySpan<byte> text, ulong order);
}
