using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Spectre.Console;

namespace Slipstream.Local.Locate;

/// <summary><c>locate TABLE</c>: where the files of the newest commit lie. A table's folder holds older versions too.</summary>
internal sealed class LocateCommand(string workFolder, IAnsiConsole console)
{
    private const string CuratedMetaData = "meta_data/curated";

    public async Task RunAsync(string tableName, CancellationToken cancellationToken)
    {
        var database = LoadDatabase();
        using var store = new DirectoryObjectStore(LocalPaths.Store(workFolder));
        var commit = await NewestAsync(store, database, cancellationToken) ?? throw StageException.SettingsWrong(
            $"'{LocalPaths.Store(workFolder)}' holds no commit of '{database.Name}' yet. Make one with ./build.sh run.");
        var table = commit.Table(tableName) ?? throw StageException.SettingsWrong(
            $"The newest commit has no table '{tableName}'. It has {string.Join(", ", commit.Tables.Select(known => known.Name))}.");
        foreach (var file in table.Partitions.SelectMany(partition => partition.Files))
        {
            console.Profile.Out.Writer.WriteLine($"{file.Location}\t{file.Rows} rows\t{store.PathOf(file.Location)}");
        }
    }

    private static DatabaseMetadata LoadDatabase()
    {
        try
        {
            return MetadataFolder.Load(CuratedMetaData).Database
                ?? throw StageException.SettingsWrong($"'{CuratedMetaData}' has no database.json.");
        }
        catch (MetadataException exception)
        {
            throw StageException.SettingsWrong(exception.Message, exception);
        }
    }

    private static async Task<Commit?> NewestAsync(
        DirectoryObjectStore store, DatabaseMetadata database, CancellationToken cancellationToken)
    {
        var curated = S3Prefix.Parse($"s3://{database.Bucket}/{database.BaseFolder}");
        var list = new List(RunCuratedSettings.CommitFolder(curated), "find the newest commit");
        var read = new Read(curated, "read the newest commit");
        var handles = new StageStore(store, [list, read]);
        return await new CommitLog(list.Prefix, handles.Open(list), handles.Open(read)).NewestAsync(cancellationToken);
    }
}
