using Slipstream.Rows;
using Slipstream.Rows.Types;

namespace Slipstream.Stages.TestExtract.Checks.Values;

/// <summary>How long a text is in characters, or a binary in bytes.</summary>
internal sealed class LengthRule : ValueRule
{
    private readonly int _least;
    private readonly int _most;
    private readonly bool _isBinary;

    private LengthRule(Rule rule, string expected, int least, int most, bool isBinary)
        : base(rule, expected)
    {
        _least = least;
        _most = most;
        _isBinary = isBinary;
    }

    public static LengthRule AtLeast(int length, bool isBinary) =>
        new(Rule.MinimumLength, $"at least {length} {Unit(isBinary)}", length, int.MaxValue, isBinary);

    public static LengthRule AtMost(int length, bool isBinary) =>
        new(Rule.MaximumLength, $"at most {length} {Unit(isBinary)}", 0, length, isBinary);

    public override bool Allows(ReadOnlySpan<byte> text, ulong order)
    {
        if (!_isBinary)
        {
            // A character has one byte at least and four at most.
            return text.Length >= _least && (text.Length / 4 >= _least && text.Length <= _most || Fits(TextLength.Of(text)));
        }

        BinaryTypeRule.TryLength(text, out var bytes);
        return Fits(bytes);
    }

    private bool Fits(int length) => length >= _least && length <= _most;

    private static string Unit(bool isBinary) => isBinary ? "bytes" : "characters";
}
