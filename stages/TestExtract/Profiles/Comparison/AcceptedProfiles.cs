using System.Text.Json;
using Microsoft.Extensions.Logging;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;
using Slipstream.Stages.TestExtract.Reports.Json;

namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>The profiles of the objects that were accepted: one file for each, under the object's own path.</summary>
internal sealed class AcceptedProfiles(S3Prefix folder, ListHandle list, ReadHandle read, WriteOnceHandle write, ILogger logger)
{
    private const string Folder = "_profiles";
    private const string Extension = ".json";

    /// <summary>Null where no reports are wanted.</summary>
    public static AcceptedProfiles? Open(StageContext<TestExtractSettings> context, ILogger logger) =>
        context.Settings is { ReportPath: { } path, ReportList: { } list, ReportRead: { } read, ReportWrite: { } write } settings
            ? new AcceptedProfiles(path.Folder(settings.Table).Folder(Folder), context.Store.Open(list), context.Store.Open(read), context.Store.Open(write), logger)
            : null;

    /// <summary>The objects that have a profile, about in the order of their keys: those of the listing, which differ where one key begins another.</summary>
    public IAsyncEnumerable<string> KeysAsync(CancellationToken cancellationToken) => list.BelowAsync(folder, cancellationToken)
        .Select(stored => folder.Relative(stored.Location))
        .Where(path => path.EndsWith(Extension, StringComparison.Ordinal))
        .Select(path => path[..^Extension.Length]);

    /// <summary>Null, with a warning, for a file that is no profile.</summary>
    public async Task<ProfileFile?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var location = folder.File(key + Extension);
        try
        {
            await using var stream = await read.OpenAsync(location, cancellationToken);
            var profile = await JsonSerializer.DeserializeAsync(stream, ReportJson.Default.ProfileFile, cancellationToken);
            if (profile is { Format: ProfileFile.CurrentFormat } && profile.Object == key && HasEachColumnOnce(profile))
            {
                return profile;
            }

            Log.ProfileUnreadable(logger, location.ToString(), $"It is no profile of '{key}' in the form {ProfileFile.CurrentFormat}.");
        }
        catch (JsonException exception)
        {
            Log.ProfileUnreadable(logger, location.ToString(), exception.Message);
        }
        catch (ObjectMissingException exception)
        {
            Log.ProfileUnreadable(logger, location.ToString(), exception.Message);
        }

        return null;
    }

    /// <summary>Writes it once: a profile that is there is that of an earlier try.</summary>
    public Task WriteAsync(ProfileFile profile, CancellationToken cancellationToken) => write.WriteAsync(
        folder.File(profile.Object + Extension),
        (byte[])[.. JsonSerializer.SerializeToUtf8Bytes(profile, ReportJson.Readable.ProfileFile), (byte)'\n'],
        cancellationToken);

    private static bool HasEachColumnOnce(ProfileFile profile) =>
        profile.Columns.Select(column => column.Name).Distinct(StringComparer.Ordinal).Count() == profile.Columns.Count;
}
