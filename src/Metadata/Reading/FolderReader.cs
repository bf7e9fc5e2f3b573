using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>Reads the files of a folder and what must hold between them.</summary>
internal sealed class FolderReader(string folder)
{
    private const string DatabaseFile = "database.json";

    private readonly List<FileProblems> _problems = [];
    private readonly List<TableDraft> _tables = [];
    private DatabaseMetadata? _database;
    private bool _isCurated;

    public MetadataFolder Read()
    {
        var files = Files();
        _isCurated = files.Exists(IsDatabase);
        // Tables may say in which database they are.
        foreach (var file in files.OrderByDescending(IsDatabase))
        {
            ReadFile(file);
        }

        RequireOwnLocations();
        var problems = _problems.OrderBy(file => file.File, StringComparer.Ordinal).SelectMany(file => file.InOrder).ToList();
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
        if (IsDatabase(file))
        {
            _database = root is null ? null : new DatabaseReader(problems).Read(root);
        }
        else if (root is not null)
        {
            _tables.Add(new TableReader(source, new TableContext(_isCurated, _database), problems).Read(root));
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

    private static bool IsDatabase(string file) => Path.GetFileName(file) == DatabaseFile;

    // Whoever removes or rewrites a table's folder takes along all that lies below it.
    private void RequireOwnLocations()
    {
        for (var i = 1; i < _tables.Count; i++)
        {
            var (folder, place) = (_tables[i].Folder, _tables[i].Place);
            if (folder is not null && place is not null && _tables.Take(i).FirstOrDefault(other => Overlap(folder, other.Folder)) is { } other)
            {
                _tables[i].Problems.Add(place, folder == other.Folder
                    ? $"The location '{folder}' is also that of the table '{other.Name}'. Give each table a folder of its own."
                    : $"One of the locations '{folder}' and '{other.Folder}' (of the table '{other.Name}') lies within the other. Give each table a folder of its own.");
            }
        }
    }

    private static bool Overlap(string one, string? other) => other is not null
        && ($"{one}/".StartsWith($"{other}/", StringComparison.Ordinal) || $"{other}/".StartsWith($"{one}/", StringComparison.Ordinal));
}
