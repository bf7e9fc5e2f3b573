using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws;

/// <summary>
/// Does in a loopback Glue what Athena's statements about partitions do: a partition takes its columns and format from its table, and
/// none of its parameters. Statements are read here by rules of their own, not by what writes them.
/// </summary>
public sealed class LoopbackAthenaDdl(LoopbackGlue glue)
{
    private string _sql = "";
    private int _at;

    /// <summary>The folders below each table's that MSCK finds: <c>day=2019-11-11</c>.</summary>
    public Dictionary<string, IReadOnlyList<string>> Folders { get; } = new(StringComparer.Ordinal);

    public void Run(string database, string sql)
    {
        (_sql, _at) = (sql, 0);
        if (TryTake("MSCK REPAIR TABLE"))
        {
            Repair(database, Name());
        }
        else
        {
            Take("ALTER TABLE");
            Add(database, Name());
        }

        Require(_at == _sql.Length, "the end");
    }

    private void Repair(string database, string table)
    {
        foreach (var folder in Folders.GetValueOrDefault(table) ?? [])
        {
            string[] values = [.. folder.Split('/').Select(segment => Uri.UnescapeDataString(segment[(segment.IndexOf('=', StringComparison.Ordinal) + 1)..]))];
            Create(glue.Table(database, table), values, $"{((string)glue.Table(database, table).Input["StorageDescriptor"]!["Location"]!).TrimEnd('/')}/{folder}");
        }
    }

    private void Add(string database, string name)
    {
        var table = glue.Table(database, name);
        Take("ADD IF NOT EXISTS");
        do
        {
            Take("PARTITION");
            Take("(");
            List<string> values = [];
            do
            {
                Require(Name() == (string)table.Input["PartitionKeys"]![values.Count]!["Name"]!, "the next partition key");
                Take("=");
                values.Add(Value());
            }
            while (TryTake(","));
            Take(")");
            Take("LOCATION");
            Create(table, [.. values], Value());
        }
        while (_at < _sql.Length);
    }

    private static void Create(LoopbackGlueTable table, string[] values, string location)
    {
        if (table.Partition(values) is null)
        {
            var storage = table.Input["StorageDescriptor"]!.DeepClone().AsObject();
            (storage["Location"], storage["Parameters"]) = (location, new JsonObject());
            table.Create(new JsonObject { ["Values"] = new JsonArray([.. values.Select(value => JsonValue.Create(value))]), ["StorageDescriptor"] = storage }, now: 0);
        }
    }

    private string Name()
    {
        Take("`");
        var end = _sql.IndexOf('`', _at);
        (var name, _at) = (_sql[_at..end], end + 1);
        return name;
    }

    private string Value()
    {
        Skip();
        var value = new StringBuilder();
        if (_sql[_at] != '\'')
        {
            for (; _at < _sql.Length && _sql[_at] is '-' or (>= '0' and <= '9'); _at++)
            {
                value.Append(_sql[_at]);
            }

            Require(value.Length > 0, "a value");
            return value.ToString();
        }

        for (_at++; _sql[_at] != '\''; _at++)
        {
            value.Append(_sql[_at] == '\\' ? Escaped() : _sql[_at]);
        }

        _at++;
        return value.ToString();
    }

    private char Escaped()
    {
        if (_sql[++_at] != 'u')
        {
            return _sql[_at];
        }

        _at += 4;
        return (char)int.Parse(_sql.AsSpan(_at - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private void Take(string text) => Require(TryTake(text), $"'{text}'");

    private bool TryTake(string text)
    {
        Skip();
        var found = string.CompareOrdinal(_sql, _at, text, 0, text.Length) == 0;
        _at += found ? text.Length : 0;
        return found;
    }

    private void Skip()
    {
        for (; _at < _sql.Length && char.IsWhiteSpace(_sql[_at]); _at++)
        {
        }
    }

    private void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new AwsRefusalException("InvalidRequestException", $"line 1:{_at}: expecting {what} in: {_sql}");
        }
    }
}
