using System.Globalization;

namespace Slipstream.Metadata.Types;

/// <summary>An exact number: up to 38 digits, some of them behind the point.</summary>
public sealed record DecimalType(int Precision, int Scale) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})");
}
