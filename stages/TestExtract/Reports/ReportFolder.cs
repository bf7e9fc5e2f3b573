using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>The reports of a run: each try adds its own under the next number, and none is replaced.</summary>
internal sealed partial class ReportFolder(S3Prefix table, LandTimestamp run, ListHandle list, WriteOnceHandle write)
{
    private readonly S3Prefix _folder = table.Folder($"run_timestamp={run}");

    /// <summary>Null where no reports are wanted.</summary>
    public static ReportFolder? Open(StageContext<TestExtractSettings> context) =>
        context.Settings is { ReportPath: { } path, ReportList: { } list, ReportWrite: { } write } settings
            ? new ReportFolder(path.Folder(settings.Table), settings.RunTimestamp, context.Store.Open(list), context.Store.Open(write))
            : null;

    public S3Location Json(int number) => _folder.File(Name(number, ".json"));

    public S3Location Html(int number) => _folder.File(Name(number, ".html"));

    /// <summary>Where proposed metadata lie, relative to the report.</summary>
    public static string Proposed(int number, string tableName) => string.Create(CultureInfo.InvariantCulture, $"proposed-{number}/{tableName}.json");

    public S3Location File(string relative) => _folder.File(relative);

    public static string Name(int number, string extension) => string.Create(CultureInfo.InvariantCulture, $"report-{number}{extension}");

    /// <summary>One more than the greatest number that anything of this run has.</summary>
    public async Task<int> NextAsync(CancellationToken cancellationToken)
    {
        var last = 0;
        await foreach (var stored in list.BelowAsync(_folder, cancellationToken))
        {
            if (Number().Match(_folder.Relative(stored.Location)) is { Success: true } match
                && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                last = Math.Max(last, number);
            }
        }

        return last + 1;
    }

    public async Task<WriteOutcome> WriteAsync(S3Location location, string file, CancellationToken cancellationToken)
    {
        await using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        var hash = await Sha256Hash.OfAsync(content, cancellationToken);
        content.Position = 0;
        return await write.WriteAsync(location, content, hash, cancellationToken);
    }

    public Task<WriteOutcome> WriteAsync(S3Location location, byte[] content, CancellationToken cancellationToken) =>
        write.WriteAsync(location, content, cancellationToken);

    [GeneratedRegex(@"\A(?:report|proposed)-([0-9]{1,9})[./]")]
    private static partial Regex Number();
}
