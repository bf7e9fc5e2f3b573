using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.Local.Locate;

/// <summary><c>locate TABLE</c>: where the files of the newest commit lie. A table's folder holds older versions too.</summary>
internal sealed class LocateCommand(Folders folders, TextWriter output) : ICommand
{
    public string Name => "locate";

    public string Usage => "TABLE   says where the current files of a table lie";

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var tableName = args is [var only] ? only : throw UsageException.Unknown(string.Join(' ', args));
        var database = LoadDatabase();
        using var store = new DirectoryObjectStore(folders.Store);
        var commit = await NewestAsync(store, database, cancellationToken)
            ?? throw UsageException.Missing(folders.Store, $"It holds no commit of '{database.Name}' yet: make one with ./build.sh run.");
        var table = commit.Table(tableName) ?? throw UsageException.Refused(
            $"The newest commit has no table '{tableName}'. It has {string.Join(", ", commit.Tables.Select(known => known.Name))}.");
        foreach (var file in table.Partitions.SelectMany(partition => partition.Files))
        {
            await output.WriteLineAsync($"{file.Location}\t{file.Rows} rows\t{store.PathOf(file.Location)}");
        }

        return 0;
    }

    private DatabaseMetadata LoadDatabase()
    {
        try
        {
            return MetadataFolder.Load(folders.CuratedMetaData).Database ?? throw UsageException.Missing("database.json", $"Add it to '{folders.CuratedMetaData}'.");
        }
        catch (MetadataException exception)
        {
            throw UsageException.Refused(exception.Message);
        }
    }

    private static async Task<Commit?> NewestAsync(
        DirectoryObjectStore store, DatabaseMetadata database, CancellationToken cancellationToken)
    {
        var curated = S3Prefix.Parse(database.Path);
        var list = new List(RunCuratedSettings.CommitFolder(curated), "find the newest commit");
        var read = new Read(curated, "read the newest commit");
        var handles = new StageStore(store, [list, read]);
        return await new CommitLog(handles.Open(list), handles.Open(read)).NewestAsync(cancellationToken);
    }
}
