using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slipstream.Metadata.Json;
using Slipstream.Metadata.Reading;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Patching;

/// <summary>Writes new columns behind the last one that is no partition, in the layout of those before.</summary>
internal sealed class ColumnAdditions
{
    private static readonly string[] Keys = ["name", "type", "description", "nullable"];

    private readonly TableSource _source;
    private readonly HashSet<string> _names;
    private readonly LocatedJson _anchor;
    private readonly ObjectStyle _style;
    private readonly string _between;
    private readonly List<string> _added = [];
    private readonly List<string> _leftOut = [];
    private readonly List<Edit> _edits = [];

    public ColumnAdditions(TableSource source)
    {
        _source = source;
        _names = source.Table.Columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var before = source.Columns.Take(source.Columns.ToList().FindLastIndex(IsData) + 1).ToList();
        _anchor = before[^1];
        var model = before.FindLastIndex(column => IsOneLine(column) == IsMostlyOneLine(before));
        _style = ObjectStyle.Of(source, before[model]);
        _between = Between(source, model);
    }

    public IReadOnlyList<string> Names => _added;

    public IReadOnlyList<string> LeftOut => _leftOut;

    public IEnumerable<Edit> Edits => _edits;

    public void Add(NewColumn column)
    {
        if (Fault(column) is { } fault)
        {
            _leftOut.Add($"The column {Excerpt.Of(column.Name)} was not added: {fault}");
            return;
        }

        _names.Add(column.Name);
        _added.Add(column.Name);
        var at = _anchor.Bytes.End.Value;
        // All of them go to one place: the edit that is there already grows.
        var text = (_edits is [var earlier] ? earlier.Text : string.Empty) + _between + _style.Write(Members(column));
        _edits.Clear();
        _edits.Add(new Edit(at, at, text));
    }

    private string? Fault(NewColumn column)
    {
        if (!Rules.IsName(column.Name))
        {
            return "names have lower-case letters, digits and underscores only. Rename it where it is made.";
        }

        if (_names.TryGetValue(column.Name, out var known))
        {
            return $"the table has a column '{known}'.";
        }

        if (_source.Table.Drift.UnknownColumns.ContainsKey(column.Name))
        {
            return "'drift.unknown_columns' has a policy for it. Remove the policy to have the column declared.";
        }

        return Words(column.Type) is null ? $"the dialect of the file has no words for its type {Excerpt.Of(column.Type.ToString())}. Declare it by hand." : null;
    }

    // Null where the dialect cannot say it, or would not read back what it says.
    private string? Words(ColumnType type)
    {
        var isMojap = _source.Table.Dialect == MetadataDialect.Mojap;
        var words = isMojap ? MojapTypes.Of(type) : EtlManagerTypes.TryOf(type);
        try
        {
            return words is null || (isMojap ? MojapTypeParser.Parse(words) : ColumnTypeParser.Parse(words)) is null ? null : words;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private IEnumerable<(string Key, string Json)> Members(NewColumn column)
    {
        var values = new Dictionary<string, string>
        {
            ["name"] = Json(column.Name),
            ["type"] = Json(Words(column.Type)!),
            ["type_category"] = Json(MojapTypes.Category(column.Type)),
            ["description"] = Json(OneLine(column.Description)),
            ["nullable"] = "true",
        };
        return _style.Keys.Where(values.ContainsKey).Concat(Keys).Distinct().Select(key => (key, values[key]));
    }

    private bool IsData(LocatedJson column) => !_source.Table.Partitions.Contains(TableSource.Name(column));

    private bool IsOneLine(LocatedJson column) => !_source.Text(column.Bytes).Contains('\n', StringComparison.Ordinal);

    private bool IsMostlyOneLine(List<LocatedJson> columns) => columns.Count(IsOneLine) * 2 >= columns.Count;

    // What stands between the model and its neighbour; the comma is the only thing that a single column lacks.
    private static string Between(TableSource source, int model)
    {
        var columns = source.Columns;
        return model > 0 ? source.Text(columns[model - 1].Bytes.End..columns[model].Bytes.Start)
            : columns.Count > 1 ? source.Text(columns[0].Bytes.End..columns[1].Bytes.Start)
            : $",{source.Text(source.ColumnList.Bytes.Start..columns[0].Bytes.Start)[1..]}";
    }

    // Whole characters on one line, as many as Glue takes.
    private static string OneLine(string description)
    {
        var line = new StringBuilder();
        foreach (var rune in description.EnumerateRunes().TakeWhile(rune => line.Length + rune.Utf16SequenceLength <= Rules.LongestComment))
        {
            line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return line.ToString();
    }

    private static string Json(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
