using System.Globalization;

namespace Slipstream.Metadata.Types;

/// <summary>An exact number: up to 38 digits, some of them behind the point.</summary>
/// <param name="Precision">All digits.</param>
/// <param name="Scale">The digits behind the point.</param>
public sealed record DecimalType(int Precision, int Scale) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})");
}
