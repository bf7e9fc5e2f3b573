using System.IO.Compression;
using Slipstream.Bench.Measuring;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Bench.Validate;

/// <summary>Parts of the work without a process around them, which runs warm from the second time on.</summary>
internal static class InProcess
{
    private const int Buffer = 1 << 16;

    public static Task<Measurement> DecompressAsync(string path) => Measure.TimeAsync(async () =>
    {
        await using var file = File.OpenRead(path);
        await using var gzip = new GZipStream(file, CompressionMode.Decompress);
        await gzip.CopyToAsync(Stream.Null, Buffer);
    });

    public static async Task<Measurement> CheckAsync(StageProcess stage, string path)
    {
        var table = MetadataFolder.Load(stage.MetaData).Tables[0];
        var settings = new TestExtractSettings { Table = table.Name, LandPath = S3Prefix.Parse("s3://land/bench/"), RawHistPath = S3Prefix.Parse("s3://raw-hist/bench/") };
        using var store = new DirectoryObjectStore(stage.StoreOf(path));
        var handles = new StageStore(store, settings.Capabilities);
        var objects = new List<StoredObject>();
        await foreach (var stored in handles.Open(settings.LandList).AllAsync(CancellationToken.None))
        {
            objects.Add(stored);
        }

        using var check = new ObjectCheck(handles.Open(settings.LandRead), table, settings, stage.WorkFolder);
        CheckedObject? result = null;
        var measurement = await Measure.TimeAsync(async () => result = await check.RunAsync(objects[0], CancellationToken.None));
        return result!.Findings.HasFailures
            ? throw new InvalidOperationException("The generated file has findings: it is meant to pass.")
            : measurement;
    }
}
