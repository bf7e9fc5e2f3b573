using System.Text.Json;
using Slipstream.Metadata.Json;
using Slipstream.Metadata.Reading.Dialects;
using Slipstream.Metadata.Types;

namespace Slipstream.Metadata.Reading;

/// <summary>The columns of a table, and the lists that name some of them.</summary>
internal sealed class ColumnList
{
    private readonly FileProblems _problems;
    private readonly Func<ColumnType, string> _words;
    private readonly List<ColumnMetadata> _columns = [];
    // All names that the file gives, also those of columns that cannot be read; null where no list can be read.
    private readonly HashSet<string>? _names;

    public ColumnList(LocatedJson? list, ColumnReader reader, FileProblems problems)
    {
        _problems = problems;
        _words = reader.Words;
        if (list is null)
        {
            return;
        }

        if (list.Items is [])
        {
            problems.Add(list, "The table has no columns. Add at least one.");
        }

        _names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in list.Items)
        {
            RequireNewName(item, _names);
            if (reader.Read(item) is { } column)
            {
                _columns.Add(column);
            }
        }
    }

    /// <summary>The columns as readers see them: partitions last, in their own order.</summary>
    public IReadOnlyList<ColumnMetadata> InOrder(IReadOnlyList<string> partitions) =>
    [
        .. _columns.Where(column => !partitions.Contains(column.Name)),
        .. partitions.Select(name => _columns.First(column => column.Name == name)),
    ];

    /// <summary>The names of the columns that identify a row: their values are compared, so that lists and structs are none.</summary>
    public IReadOnlyList<string> ReadPrimaryKey(LocatedJson? list) => ReadSimple(
        list, column => $"The column '{column.Name}' of the primary key is of type {Excerpt.Of(_words(column.Type))}, whose values are not compared. Use columns of simple types.");

    /// <summary>A list of names of columns, each of them once.</summary>
    private List<string> ReadNames(LocatedJson? list)
    {
        var names = new List<string>();
        foreach (var item in JsonKeys.Texts(list, _problems))
        {
            if (_names is not null && !(_names.TryGetValue(item.Text, out var known) && known == item.Text))
            {
                _problems.Add(item, $"{Excerpt.Of(item.Text)} is no column of this table. {Advice(item.Text)}");
            }
            else if (names.Contains(item.Text))
            {
                _problems.Add(item, $"The column {Excerpt.Of(item.Text)} stands in the list a second time. Remove it.");
            }

            names.Add(item.Text);
        }

        return names;
    }

    /// <summary>The names of the partitions, which become folders: not all columns, and no nested ones.</summary>
    public IReadOnlyList<string> ReadPartitions(LocatedJson? list)
    {
        var names = ReadSimple(
            list, column => $"The partition '{column.Name}' is of type {Excerpt.Of(_words(column.Type))}, which cannot be a folder's name. Use a simple type.");
        if (_names is { Count: > 0 } && _names.All(names.Contains))
        {
            _problems.Add(list!, "All columns are partitions, so that the files would be empty. Leave at least one column out.");
        }

        return names;
    }

    /// <summary>Names of columns that the table must not have.</summary>
    public void RequireUnknown(LocatedJson? members)
    {
        foreach (var member in (members?.Members ?? []).Where(member => _names?.Contains(member.Name) == true))
        {
            _problems.Add(member.Position, member.Value.Path, $"{Excerpt.Of(member.Name)} is a column of this table. Remove it here, or give the column a 'drift' of its own.");
        }
    }

    private List<string> ReadSimple(LocatedJson? list, Func<ColumnMetadata, string> fault)
    {
        var names = ReadNames(list);
        foreach (var item in JsonKeys.Texts(list, new FileProblems(_problems.File)))
        {
            if (_columns.Find(column => column.Name == item.Text) is { Type: StructType or ArrayType or MapType or SimpleType { Kind: SimpleKind.Null } } nested)
            {
                _problems.Add(item, fault(nested));
            }
        }

        return names;
    }

    private void RequireNewName(LocatedJson column, HashSet<string> names)
    {
        var name = column.Members.FirstOrDefault(member => member.Name == "name")?.Value;
        if (name is { Kind: JsonValueKind.String } && !names.Add(name.Text))
        {
            _problems.Add(name, $"The column {Excerpt.Of(name.Text)} is declared a second time. Rename or remove it.");
        }
    }

    private string Advice(string name) => Nearest.To(name, _names!) is { } near ? $"Use '{near}'." : "Add the column, or take the name from 'columns'.";
}
