namespace Slipstream.Metadata.Times;

/// <summary>A part of a format.</summary>
/// <param name="Directive">What it reads.</param>
/// <param name="Literal">The byte that a literal stands for; 0 for others.</param>
internal readonly record struct FormatToken(Directive Directive, byte Literal = 0)
{
    /// <summary>Whether the next token takes digits too, so that where this one ends is found out by trying.</summary>
    public bool SharesDigits { get; init; }
}
