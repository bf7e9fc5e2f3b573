using System.IO.Compression;
using System.Text;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore.Directories;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>A pipeline's buckets and definitions in a temporary folder.</summary>
internal sealed class World : IDisposable
{
    public const string Table = "things";
    public static readonly LandTimestamp Run = LandTimestamp.Parse("1573569000");
    public static readonly S3Prefix Land = S3Prefix.Parse("s3://example-land/open_data/");
    public static readonly S3Prefix RawHist = S3Prefix.Parse("s3://example-raw-hist/open_data/");
    public static readonly S3Prefix Quarantine = S3Prefix.Parse("s3://example-quarantine/open_data/");
    public static readonly S3Prefix Raw = S3Prefix.Parse("s3://example-raw/open_data/");
    public static readonly S3Prefix Reports = S3Prefix.Parse("s3://example-reports/open_data/");
    public static readonly S3Prefix Curated = S3Prefix.Parse("s3://example-curated/things/");

    private readonly TemporaryFolder _folder;

    public World()
        : this(new TemporaryFolder())
    {
    }

    public World(TemporaryFolder folder)
    {
        _folder = folder;
        Directory.CreateDirectory(StoreFolder);
        Write("meta_data/raw/things.json", """
            {
              "name": "things", "description": "Things.", "data_format": "json", "location": "things",
              "columns": [
                { "name": "name", "type": "character", "description": "Name.", "nullable": false },
                { "name": "size", "type": "int", "description": "Size." }
              ]
            }
            """);
    }

    /// <summary>Settings of TestExtract over this world; two rows are enough.</summary>
    public TestExtractSettings TestExtract => new()
    {
        Table = Table,
        MetaData = FileOf("meta_data/raw"),
        LandPath = Land,
        RawHistPath = RawHist,
        RunTimestamp = Run,
        MinimumRows = 2,
        Host = Host,
    };

    public string StoreFolder => _folder.File("store");

    public HostSettings Host => new()
    {
        ObjectStore = StoreAddress.InDirectory(StoreFolder),
        WorkDirectory = _folder.File("work"),
        ResultPath = _folder.File("result.json"),
    };

    public string Result => File.ReadAllText(_folder.File("result.json"));

    public string FileOf(string name) => _folder.File(name);

    public string Write(string name, string text) => _folder.Write(name, text);

    public static S3Location In(S3Prefix dataset, LandTimestamp run, string? name = null) =>
        run.FolderIn(dataset.Folder(Table)).File(name ?? $"{Table}_{run}.jsonl.gz");

    public static string Rows(int count, int first = 0) => string.Concat(
        Enumerable.Range(first, count).Select(i => $$"""{"name":"thing {{i}}","size":{{i}}}""" + "\n"));

    public static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    public string PathOf(S3Location location)
    {
        using var store = new DirectoryObjectStore(StoreFolder);
        return store.PathOf(location);
    }

    public S3Location Put(S3Location location, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(location))!);
        File.WriteAllBytes(PathOf(location), bytes);
        return location;
    }

    public S3Location Put(S3Location location, string rows) => Put(location, Gzip(rows));

    /// <summary>Every object of every bucket with its bytes, to compare before and after.</summary>
    public IReadOnlyDictionary<string, string> Everything() => Directory
        .EnumerateFiles(StoreFolder, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(StoreFolder, file).StartsWith('.'))
        .ToDictionary(file => Path.GetRelativePath(StoreFolder, file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    public IReadOnlyList<string> Objects(S3Prefix prefix) =>
        [.. Everything().Keys.Where(key => key.StartsWith($"{prefix.Bucket}/{prefix.Key}", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose() => _folder.Dispose();
}
