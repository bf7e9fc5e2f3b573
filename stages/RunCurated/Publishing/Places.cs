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

    /// <summary>The folder of a partition, with what a version's folder lies in.</summary>
    public S3Prefix FolderOf(MadeTable table, MadePartition partition) => Below(settings.CuratedPath.Folder(table.Table.Metadata.Location), partition.Folder);

    /// <summary>The places of a partition's parts for an attempt.</summary>
    public PlacedPartition Place(MadeTable table, MadePartition partition, Attempt attempt)
    {
        var folder = FolderOf(table, partition);
        var version = $"v-{attempt.Name}";
        var (put, final) = settings.Publish == PublishMode.Versions
            ? (folder.Folder(version), folder.Folder(version))
            : (RunCuratedSettings.WaitingFolder(settings.CuratedPath).Folder($"{version}/{settings.CuratedPath.Relative(folder.File("x"))[..^2]}"), folder);
        return new PlacedPartition(table.Table.Name, partition, [.. partition.Files.Select((file, i) => new PlacedFile(file, put.File(NameOf(i)), final.File(NameOf(i))))]);
    }

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{PartName}{number}{Extension}");

    private static S3Prefix Below(S3Prefix folder, string path) => path.Length == 0 ? folder : folder.Folder(path);
}
