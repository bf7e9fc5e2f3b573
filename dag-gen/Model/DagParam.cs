namespace Slipstream.DagGen.Model;

/// <summary>A value that whoever starts a run may choose. Templates read it as <c>{{ params.name }}</c>.</summary>
internal sealed record DagParam
{
    public required string Name { get; init; }

    public required ParamType Type { get; init; }

    /// <summary>A string, long, decimal or bool, as the type says; null: whoever starts a run must choose.</summary>
    public object? Default { get; init; }

    public string Description { get; init; } = string.Empty;

    /// <summary>The only values allowed, or none for any.</summary>
    public IReadOnlyList<object> Enum { get; init; } = [];

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    /// <summary>A regular expression that a text must match.</summary>
    public string? Pattern { get; init; }

    /// <summary>A text; with choices, one of these.</summary>
    public static DagParam Text(string name, string? value, string description, params IReadOnlyList<string> choices) =>
        new() { Name = name, Type = ParamType.String, Default = value, Description = description, Enum = [.. choices] };

    /// <summary>A whole number within limits, both inclusive.</summary>
    public static DagParam Whole(string name, long? value, string description, long? minimum = null, long? maximum = null) =>
        new() { Name = name, Type = ParamType.Integer, Default = value, Description = description, Minimum = minimum, Maximum = maximum };

    /// <summary>A number within limits, both inclusive.</summary>
    public static DagParam Number(string name, decimal? value, string description, decimal? minimum = null, decimal? maximum = null) =>
        new() { Name = name, Type = ParamType.Number, Default = value, Description = description, Minimum = minimum, Maximum = maximum };

    /// <summary>Yes or no.</summary>
    public static DagParam Flag(string name, bool? value, string description) =>
        new() { Name = name, Type = ParamType.Boolean, Default = value, Description = description };
}
