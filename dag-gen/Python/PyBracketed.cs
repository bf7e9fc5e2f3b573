namespace Slipstream.DagGen.Python;

/// <summary>Items between brackets. They stand in one line if they fit, or else each in its own line with a comma behind it.</summary>
internal abstract record PyBracketed(string Open, string Close, IReadOnlyList<PyItem> Items) : PyExpression
{
    /// <summary>One line for each item, even where one line would hold them all.</summary>
    public bool IsExploded { get; init; }

    /// <summary>True if this or anything within must be exploded.</summary>
    public bool MustExplode => IsExploded || Items.Any(item => item.Value is PyBracketed { MustExplode: true });
}
