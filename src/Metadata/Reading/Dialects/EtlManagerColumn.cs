using Slipstream.Metadata.Json;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading.Dialects;

/// <summary>A column in etl_manager's dialect.</summary>
internal sealed class EtlManagerColumn(TableContext context, ProfileTolerance tolerance, FileProblems problems)
    : ColumnReader(context, tolerance, problems)
{
    private static readonly string[] Keys = [.. CommonKeys, "sensitivity", "redacted"];

    protected override PatternScope Scope => PatternScope.Whole;

    public override string Words(ColumnType type) => EtlManagerTypes.Of(type);

    protected override JsonKeys? KeysOf(LocatedJson value) => JsonKeys.Of(value, Problems, Keys);

    protected override ColumnType? ReadType(JsonKeys keys, out LocatedJson? place, out string words)
    {
        place = keys.RequiredText("type");
        words = place?.Text ?? string.Empty;
        return Parse(place, ColumnTypeParser.Parse);
    }

    protected override ColumnMetadata ReadOwn(JsonKeys keys, ColumnMetadata column) => column with
    {
        Sensitivity = Sensitivities.Read(keys.OptionalText("sensitivity"), Problems),
        IsRedacted = keys.OptionalFlag("redacted", whenAbsent: false),
    };
}
