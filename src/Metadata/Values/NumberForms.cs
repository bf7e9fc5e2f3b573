using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Values;

/// <summary>Which numbers a type holds.</summary>
internal static partial class NumberForms
{
    public static bool IsNumber(ColumnType type) =>
        type is DecimalType || WholeRanges.Of(type) is not null || type is SimpleType { Kind: SimpleKind.Half or SimpleKind.Float or SimpleKind.Double };

    public static bool Fits(string text, ColumnType type) => type switch
    {
        DecimalType number => FitsDecimal(text, number),
        SimpleType { Kind: SimpleKind.Half } => Math.Abs(Double(text)) <= (double)Half.MaxValue,
        SimpleType { Kind: SimpleKind.Float } => Math.Abs(Double(text)) <= float.MaxValue,
        SimpleType { Kind: SimpleKind.Double } => double.IsFinite(Double(text)),
        _ => WholeForm().IsMatch(text) && WholeRanges.Of(type) is { } range && ExactNumber.TryParse(text, out var number)
            && number.Digits >= range.Least && number.Digits <= range.Greatest,
    };

    public static string Expected(ColumnType type) => type switch
    {
        DecimalType number => string.Create(
            CultureInfo.InvariantCulture, $"a number with at most {number.Precision - number.Scale} digits before the point and {number.Scale} behind, without exponent"),
        SimpleType { Kind: SimpleKind.Half } => "a number from -65504 to 65504",
        SimpleType { Kind: SimpleKind.Float } => "a number that 32 bits hold",
        SimpleType { Kind: SimpleKind.Double } => "a number that 64 bits hold",
        _ => WholeRanges.Of(type) is var (least, greatest)
            ? string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {greatest}, digits only")
            : throw new InvalidOperationException($"'{type}' holds no numbers."),
    };

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static bool FitsDecimal(string text, DecimalType type)
    {
        var match = DecimalForm().Match(text);
        return match.Success
            && match.Groups["whole"].Length <= type.Precision - type.Scale
            && match.Groups["fraction"].Value.TrimEnd('0').Length <= type.Scale;
    }

    [GeneratedRegex(@"\A-?[0-9]+\z")]
    private static partial Regex WholeForm();

    [GeneratedRegex(@"\A-?0*(?<whole>[0-9]*)(?:\.(?<fraction>[0-9]+))?\z")]
    private static partial Regex DecimalForm();
}
