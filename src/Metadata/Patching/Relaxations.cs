using System.Text.Json;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Patching;

/// <summary>Lets columns that the data no longer have warn instead of failing: the metadata keep them until somebody decides.</summary>
internal sealed class Relaxations(TableSource source)
{
    private const string Key = "missing";
    private const string Policy = "\"warn\"";

    private readonly List<string> _relaxed = [];
    private readonly List<string> _leftOut = [];
    private readonly List<Edit> _edits = [];

    public IReadOnlyList<string> Names => _relaxed;

    public IReadOnlyList<string> LeftOut => _leftOut;

    public IEnumerable<Edit> Edits => _edits;

    public void Add(string name)
    {
        var column = source.Columns.FirstOrDefault(column => TableSource.Name(column) == name);
        if (column is null || source.Table.Partitions.Contains(name))
        {
            _leftOut.Add($"The column {Excerpt.Of(name)} was not relaxed: it is no column of the table's files.");
        }
        else if (!_relaxed.Contains(name) && Fails(name))
        {
            _relaxed.Add(name);
            _edits.Add(Relax(column));
        }
    }

    private bool Fails(string name) =>
        (source.Table.Columns.First(column => column.Name == name).Drift.Missing ?? source.Table.Drift.Missing) == DriftPolicy.Fail;

    private Edit Relax(LocatedJson column)
    {
        var style = ObjectStyle.Of(source, column);
        var whole = $"{{ {style.Member(Key, Policy)} }}";
        if (TableSource.Member(column, "drift") is not { } drift)
        {
            return At(column.Members[^1].Value.Bytes.End.Value, $"{style.Comma}{style.Member("drift", whole)}");
        }

        if (drift.Value.Kind == JsonValueKind.Null || drift.Value.Members is [])
        {
            return Replace(drift.Value, whole);
        }

        return TableSource.Member(drift.Value, Key) is { } policy
            ? Replace(policy.Value, Policy)
            : At(drift.Value.Members[0].Key.Start.Value, $"{style.Member(Key, Policy)}, ");
    }

    private static Edit At(int place, string text) => new(place, place, text);

    private static Edit Replace(LocatedJson value, string text) => new(value.Bytes.Start.Value, value.Bytes.End.Value, text);
}
