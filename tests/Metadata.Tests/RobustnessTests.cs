using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Slipstream.Metadata.Inference;
using Slipstream.Metadata.Patching;
using Slipstream.Metadata.Types;
using Slipstream.Testing;

namespace Slipstream.Metadata.Tests;

/// <summary>Input made by chance: it is read, or refused with a message, and nothing worse.</summary>
public sealed class RobustnessTests
{
    private const string FormatLetters = "%YymBbdjHIpMSfzZAaTDFQ-/:. 12é";
    private const string ValueLetters = "0123456789-/:. TZ+amMarch\t";

    private static readonly byte[][] GoodFiles =
        [.. Directory.EnumerateFiles(Case.Path("good"), "*.json").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static Gen<byte[]> Damaged =>
        from file in Gen.Elements(GoodFiles)
        from at in Gen.ArrayOf(Gen.Choose(0, file.Length - 1), 2)
        from octet in Gen.ArrayOf(Gen.Elements("\"{}[],:0159eE-. \\\0\u00ffatnu<>()".Select(letter => (byte)letter).ToArray()), 2)
        from cut in Gen.Frequency((4, Gen.Constant(file.Length)), (1, Gen.Choose(0, file.Length)))
        select Damage(file, at, octet)[..cut];

    [Fact]
    public void A_damaged_file_is_read_or_refused_line_by_line()
    {
        using var folder = new TemporaryFolder();
        Prop.ForAll(Arb.From(Damaged), file =>
        {
            File.WriteAllBytes(folder.File("t.json"), file);
            return IsReadOrRefused(() => MetadataFolder.Load(folder.Path)) && IsReadOrRefused(() => MetadataPatch.Of("t.json", file, [], []));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(1000));
    }

    [Fact]
    public void Any_format_is_read_or_refused_and_any_value_is_one_or_none() =>
        Prop.ForAll(Arb.From(Some.Name(FormatLetters)), Arb.From(Some.Name(ValueLetters)), (format, value) =>
        {
            try
            {
                var read = DateTimeFormat.Parse(format);
                return read.TryParse(Encoding.UTF8.GetBytes(value), out var ticks) || ticks == 0;
            }
            catch (FormatException exception)
            {
                return exception.Message.EndsWith('.');
            }
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000));

    [Fact]
    public void A_date_of_any_format_reads_back() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 3_652_058)), day =>
        {
            var date = DateOnly.FromDayNumber(day);
            string[][] forms = [["%Y-%m-%d", "yyyy-MM-dd"], ["%d%m%Y", "ddMMyyyy"], ["%d %B %Y", "d MMMM yyyy"], ["%b %d, %Y", "MMM d, yyyy"], ["%Y%m%d", "yyyyMMdd"]];
            return forms.All(form =>
                DateTimeFormat.Parse(form[0]).TryParse(Encoding.UTF8.GetBytes(date.ToString(form[1], CultureInfo.InvariantCulture)), out var ticks)
                && ticks == day * TimeSpan.TicksPerDay);
        }).Check(Some.Runs);

    [Fact]
    public void Any_text_of_a_CSV_file_has_a_type() =>
        Prop.ForAll(Arb.From(Some.Name(ValueLetters + "eE")), text =>
        {
            var type = InferredType.OfCsv(Encoding.UTF8.GetBytes(text)).ToColumnType();
            return type is not null && MojapTypeParser.Parse(MojapTypes.Of(type)) is not null;
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000));

    [Fact]
    public void A_table_loads_if_and_only_if_a_value_lies_between_its_limits()
    {
        var numbers = Arb.From(Gen.OneOf(Gen.Choose(-300, 300), Gen.Choose(-3, 3)).Select(number => number / 100m));
        Prop.ForAll(numbers, numbers, Arb.From(Gen.Elements(true, false)), (least, greatest, isExclusive) =>
        {
            using var folder = new TemporaryFolder();
            folder.Write("t.json", string.Create(CultureInfo.InvariantCulture, $$"""
                { "name": "t", "file_format": "json", "columns": [
                  { "name": "a", "type": "decimal128(5,2)", "{{(isExclusive ? "exclusiveMinimum" : "minimum")}}": {{least}}, "maximum": {{greatest}} } ] }
                """));

            var loads = true;
            try
            {
                MetadataFolder.Load(folder.Path);
            }
            catch (MetadataException)
            {
                loads = false;
            }

            return loads == (isExclusive ? least < greatest : least <= greatest);
        }).Check(Some.Runs);
    }

    private static byte[] Damage(byte[] file, int[] at, byte[] octets)
    {
        var damaged = file.ToArray();
        for (var i = 0; i < at.Length; i++)
        {
            damaged[at[i]] = octets[i];
        }

        return damaged;
    }

    private static bool IsReadOrRefused(Func<object> read)
    {
        try
        {
            return read() is not null;
        }
        catch (MetadataException exception)
        {
            return exception.Message.Split('\n').All(line => line.Contains("t.json:", StringComparison.Ordinal) && line.EndsWith('.'));
        }
    }
}
