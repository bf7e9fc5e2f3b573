namespace Slipstream.DagGen.Jinja.Parsing;

/// <summary>What a token is.</summary>
internal enum JinjaTokenKind
{
    /// <summary>Text outside of the braces.</summary>
    Text,

    /// <summary><c>{{</c> or <c>{%</c>.</summary>
    Opening,

    /// <summary><c>}}</c> or <c>%}</c>.</summary>
    Closing,

    Name,

    String,

    Number,

    Operator,

    /// <summary>Behind the last character.</summary>
    End,
}
