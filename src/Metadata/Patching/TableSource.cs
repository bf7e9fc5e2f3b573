using System.Text;
using Slipstream.Metadata.Json;
using Slipstream.Metadata.Reading;

namespace Slipstream.Metadata.Patching;

/// <summary>A table's file, as text with positions and as what it means.</summary>
internal sealed record TableSource(byte[] Bytes, TableMetadata Table, LocatedJson ColumnList)
{
    public IReadOnlyList<LocatedJson> Columns => ColumnList.Items;

    public static TableSource Read(string file, byte[] content)
    {
        var problems = new FileProblems(file);
        var source = new SourceText(content);
        var root = new LocatedJsonReader(source, problems).Read();
        var draft = root is null ? null : new TableReader(source, new TableContext(IsCurated: false, Database: null), problems).Read(root);
        return draft?.Table is { } table && !problems.Any
            ? new TableSource(content, table, Member(root!, "columns")!.Value)
            : throw MetadataException.Of(problems.InOrder);
    }

    public static LocatedMember? Member(LocatedJson value, string name) => value.Members.FirstOrDefault(member => member.Name == name);

    /// <summary>The name of a column that stands in <see cref="Columns"/>.</summary>
    public static string Name(LocatedJson column) => Member(column, "name")!.Value.Text;

    public string Text(Range range) => Encoding.UTF8.GetString(Bytes.AsSpan()[Preamble..][range]);

    public byte[] Apply(IEnumerable<Edit> edits)
    {
        var changed = new List<byte>(Bytes);
        foreach (var edit in edits.OrderByDescending(edit => edit.Start))
        {
            changed.RemoveRange(Preamble + edit.Start, edit.End - edit.Start);
            changed.InsertRange(Preamble + edit.Start, Encoding.UTF8.GetBytes(edit.Text));
        }

        return [.. changed];
    }

    // Positions do not count a byte order mark.
    private int Preamble => Bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
}
