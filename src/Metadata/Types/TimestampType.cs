namespace Slipstream.Metadata.Types;

/// <summary>A day and a time without zone, to a unit: mojap-metadata's <c>timestamp(s|ms|us|ns)</c>. etl_manager's datetime is <see cref="SimpleKind.DateTime"/>.</summary>
/// <param name="Unit">The finest part; a value with more digits does not fit.</param>
public sealed record TimestampType(TimeUnit Unit) : ColumnType
{
    /// <inheritdoc/>
    public override string ToString() => $"timestamp({TimeUnits.Word(Unit)})";
}
