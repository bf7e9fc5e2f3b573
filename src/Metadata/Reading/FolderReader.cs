using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads the files of a folder and what must hold between them.</summary>
internal sealed class FolderReader(string folder)
{
    private const string DatabaseFile = "database.json";

    private readonly List<FileProblems> _problems = [];
    private readonly List<TableDraft> _tables = [];
    private DatabaseMetadata? _database;

    public MetadataFolder Read()
    {
        foreach (var file in Files())
        {
            ReadFile(file);
        }

        RequireOwnLocations();
        var problems = _problems.SelectMany(file => file.InOrder).ToList();
        return problems.Count > 0 ? throw MetadataException.Of(problems)
            : _tables.Count == 0 ? throw MetadataException.NoTable(folder)
            : new MetadataFolder { Path = folder, Database = _database, Tables = [.. _tables.Select(read => read.Table!)] };
    }

    private List<string> Files()
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException exception)
        {
            throw MetadataException.NoFolder(folder, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw MetadataException.Unreadable(folder, exception);
        }
    }

    private void ReadFile(string file)
    {
        var problems = new FileProblems(file);
        _problems.Add(problems);
        if (ReadBytes(file, problems) is not { } bytes)
        {
            return;
        }

        var source = new SourceText(bytes);
        var root = new LocatedJsonReader(source, problems).Read();
        if (Path.GetFileName(file) == DatabaseFile)
        {
            _database = root is null ? null : new DatabaseReader(problems).Read(root);
        }
        else if (root is not null)
        {
            _tables.Add(new TableReader(source, problems).Read(root));
        }
    }

    private static byte[]? ReadBytes(string file, FileProblems problems)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(Position.Start, string.Empty, $"The file cannot be read: {exception.Message} Look at its permissions.");
            return null;
        }
    }

    // Whoever removes or rewrites a table's folder takes along all that lies below it.
    private void RequireOwnLocations()
    {
        for (var i = 1; i < _tables.Count; i++)
        {
            if (_tables[i].Location is { } location && _tables.Take(i).FirstOrDefault(other => Overlap(location, other.Location)) is { } other)
            {
                _tables[i].Problems.Add(location, location.Text == other.Location!.Text
                    ? $"The location '{location.Text}' is also that of the table '{other.Name}'. Give each table a folder of its own."
                    : $"One of the locations '{location.Text}' and '{other.Location.Text}' (of the table '{other.Name}') lies within the other. Give each table a folder of its own.");
            }
        }
    }

    private static bool Overlap(LocatedJson one, LocatedJson? other) => other is not null
        && ($"{one.Text}/".StartsWith($"{other.Text}/", StringComparison.Ordinal)
            || $"{other.Text}/".StartsWith($"{one.Text}/", StringComparison.Ordinal));
}
