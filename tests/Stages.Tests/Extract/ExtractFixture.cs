using System.IO.Compression;
using System.Text;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Handles;
using Slipstream.StageHost;
using Slipstream.Stages.Extract;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.Extract;

/// <summary>A store in an empty folder and settings that point to it.</summary>
internal sealed class ExtractFixture : IDisposable
{
    public const string LandFolder = "land-bucket/data/random_postcodes/file_land_timestamp=1573569000";
    private readonly TemporaryFolder _folder = new();

    public ExtractLimits Limits { get; init; } = new() { FirstPause = TimeSpan.FromMilliseconds(5) };

    public string StorePath => _folder.File("store");

    public string ResultPath => _folder.File("result.json");

    public ExtractSettings Settings(Uri url, int requests = 20) => new()
    {
        SourceUrl = url,
        Table = "random_postcodes",
        LandPath = S3Prefix.Parse("s3://land-bucket/data/"),
        RawHistPath = S3Prefix.Parse("s3://raw-hist-bucket/data/"),
        QuarantinePath = S3Prefix.Parse("s3://quarantine-bucket/data/"),
        RunTimestamp = LandTimestamp.Parse("1573569000"),
        Requests = requests,
        Retries = 2,
        Host = new HostSettings
        {
            ObjectStore = StoreAddress.InDirectory(StorePath),
            WorkDirectory = _folder.File("work"),
            ResultPath = ResultPath,
        },
    };

    public Task<StageRunResult> RunAsync(ExtractSettings settings, params string[] args) =>
        StageRunner.RunAsync(settings, context => new ExtractStage(context) { Limits = Limits }, args);

    /// <summary>Runs the stage with a token of the test's own, as a signal would cancel it.</summary>
    public async Task<StageResult> RunAsync(ExtractSettings settings, CancellationToken cancellationToken)
    {
        using var store = ObjectStores.Open(settings.Host);
        using var log = new LogLines();
        var stage = new ExtractStage(new StageContext<ExtractSettings>
        {
            Settings = settings,
            Store = new StageStore(store, settings.Capabilities),
            Loggers = log,
            Time = TimeProvider.System,
            WorkDirectory = Directory.CreateDirectory(_folder.File("own-work")).FullName,
            IsPlan = false,
        })
        { Limits = Limits };
        return await stage.RunAsync(cancellationToken);
    }

    /// <summary>All objects of the store, as paths below it.</summary>
    public IReadOnlyList<string> Objects() => Directory.Exists(StorePath)
        ? [.. Directory.EnumerateFiles(StorePath, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(StorePath, path)).Where(path => path[0] != '.').Order(StringComparer.Ordinal)]
        : [];

    public void Put(string path) => _folder.Write(Path.Combine("store", path), "content");

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(StorePath, to))!);
        File.Move(Path.Combine(StorePath, from), Path.Combine(StorePath, to));
    }

    public void Delete(string path) => File.Delete(Path.Combine(StorePath, path));

    public byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(StorePath, path));

    public string[] Lines(string path)
    {
        using var gzip = new GZipStream(new MemoryStream(Bytes(path)), CompressionMode.Decompress);
        using var reader = new StreamReader(gzip, Encoding.UTF8);
        var text = reader.ReadToEnd();
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        return text[..^1].Split('\n');
    }

    public void Dispose() => _folder.Dispose();
}
