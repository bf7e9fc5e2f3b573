using System.Globalization;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Stages.RunCurated.Engines;

namespace Slipstream.Stages.RunCurated.Publishing;

/// <summary>Where parts go.</summary>
internal sealed class Places(RunCuratedSettings settings)
{
    private const string PartName = "data-part-";
    private const string Extension = ".parquet";

    /// <summary>True for the name of a part: other files in a table's folder are not ours.</summary>
    public static bool IsPart(S3Location location) =>
        location.Name.StartsWith(PartName, StringComparison.Ordinal) && location.Name.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>The places of a partition's parts for an attempt.</summary>
    public PlacedPartition Place(MadeTable table, MadePartition partition, Attempt attempt)
    {
        var version = $"v-{attempt.Name}";
        var folder = FolderOf(settings.CuratedPath, table, partition);
        var (put, final) = settings.Publish == PublishMode.Versions
            ? (folder.Folder(version), folder.Folder(version))
            : (FolderOf(RunCuratedSettings.WaitingFolder(settings.CuratedPath).Folder(version), table, partition), folder);
        return new PlacedPartition(table.Table.Name, partition, [.. partition.Files.Select((file, i) => new PlacedFile(file, put.File(NameOf(i)), final.File(NameOf(i))))]);
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{PartName}{number}{Extension}");

    private static S3Prefix FolderOf(S3Prefix root, MadeTable table, MadePartition partition)
    {
        var folder = root.Folder(table.Table.Metadata.Location);
        return partition.Folder.Length == 0 ? folder : folder.Folder(partition.Folder);
    }
}
