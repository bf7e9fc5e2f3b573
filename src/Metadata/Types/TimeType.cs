namespace Slipstream.Metadata.Types;

/// <summary>A time of day: mojap-metadata's <c>time32(s|ms)</c> and <c>time64(us|ns)</c>. Glue has no such type.</summary>
/// <param name="Unit">The finest part; a value with more digits does not fit.</param>
public sealed record TimeType(TimeUnit Unit) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Unit <= TimeUnit.Millisecond ? "time32" : "time64")}({TimeUnits.Word(Unit)})";
}
