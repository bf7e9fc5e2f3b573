using FsCheck.Fluent;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.Tests.TestExtract.Generated;

/// <summary>Columns of times: of every unit, and in forms of their own.</summary>
internal static class SomeTimes
{
    public static IReadOnlyList<GeneratedColumn> Columns { get; } =
    [
        Of(new TimestampType(TimeUnit.Second), ["2019-03-07 13:45:00", "0001-01-01T00:00:00", "9999-12-31 23:59:59"], "2019-03-07 13:45:00.5"),
        Of(new TimestampType(TimeUnit.Millisecond), ["2019-03-07 13:45:00.125", "1969-12-31 23:59:59.999"], "2019-03-07 13:45:00.1255"),
        Of(new TimestampType(TimeUnit.Microsecond), ["2019-03-07 13:45:00.123456", "1582-10-15 00:00:00.000001"], "2019-03-07 13:45:00.1234567"),
        Of(new TimestampType(TimeUnit.Nanosecond), ["2019-03-07 13:45:00.123456789", "1969-12-31 23:59:59.999999999", "2262-04-10 23:59:59"], "1677-09-21 00:00:00", "2262-04-12 00:00:00"),
        Of(new TimeType(TimeUnit.Second), ["00:00:00", "23:59:59"], "24:00:00", "00:00:00.1"),
        Of(new TimeType(TimeUnit.Millisecond), ["13:45:00.125"], "13:45:00.1255"),
        Of(new TimeType(TimeUnit.Microsecond), ["13:45:00.000001", "13:45:00"], "13:45"),
        Of(new TimeType(TimeUnit.Nanosecond), ["13:45:00.000000001", "13:45:00.1"], "13:45:00.0000000001"),
        Of(new SimpleType(SimpleKind.Date), ["07/03/2019", "29/02/2000"], "2019-03-07", "29/02/1900").In("%d/%m/%Y"),
        Of(new SimpleType(SimpleKind.DateTime), ["7 March 2019 01:05:09 PM", "31 December 1999 12:00:00 AM"], "7 March 2019 13:05:09 PM").In("%d %B %Y %I:%M:%S %p"),
        Of(new SimpleType(SimpleKind.DateTime), ["2019-03-07T01:30:00.5+0100", "2019-03-07T01:30:00.000001-1130"], "2019-03-07T01:30:00.5").In("%Y-%m-%dT%H:%M:%S.%f%z"),
        Of(new TimestampType(TimeUnit.Second), ["2019-03-07 01:30:00.000000"], "2019-03-07 01:30:00.5").In("%Y-%m-%d %H:%M:%S.%f"),
        Of(new TimeType(TimeUnit.Second), ["01.05 pm", "12.00 am"], "13.05 pm", "13:05:00").In("%I.%M %p"),
    ];

    private static GeneratedColumn Of(ColumnType type, string[] good, params string[] bad) =>
        Some.Column(type, Gen.Elements(good).Select(Cell.Text), [Some.NoText, Cell.Raw("5"), .. bad.Select(Cell.Text)]);

    private static GeneratedColumn In(this GeneratedColumn column, string format) => column with { Metadata = column.Metadata with { DateTimeFormat = format } };
}
