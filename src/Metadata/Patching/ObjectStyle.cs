using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Patching;

/// <summary>How a column's object is laid out: what stands between its parts.</summary>
internal sealed record ObjectStyle(string Open, string Colon, string Comma, string Close, IReadOnlyList<string> Keys)
{
    /// <summary>The layout of an object with two keys at least, which every column has.</summary>
    public static ObjectStyle Of(TableSource source, LocatedJson column)
    {
        var (first, second, last) = (column.Members[0], column.Members[1], column.Members[^1]);
        return new ObjectStyle(
            source.Text(column.Bytes.Start..first.Key.Start),
            source.Text(first.Key.End..first.Value.Bytes.Start),
            source.Text(first.Value.Bytes.End..second.Key.Start),
            source.Text(last.Value.Bytes.End..column.Bytes.End),
            [.. column.Members.Select(member => member.Name)]);
    }

    /// <summary>An object of the same layout.</summary>
    public string Write(IEnumerable<(string Key, string Json)> members) =>
        $"{Open}{string.Join(Comma, members.Select(member => Member(member.Key, member.Json)))}{Close}";

    public string Member(string key, string json) => $"\"{key}\"{Colon}{json}";
}
