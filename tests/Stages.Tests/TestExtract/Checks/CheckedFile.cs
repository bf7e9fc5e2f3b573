using System.Text;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Directories;
using Slipstream.ObjectStore.Handles;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Checks;

/// <summary>Checks objects of a directory store against a table, as the stage does.</summary>
internal sealed class CheckedFile : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DirectoryObjectStore _store;
    private readonly ObjectCheck _check;
    private readonly TestExtractSettings _settings;

    public CheckedFile(TableMetadata table, Func<TestExtractSettings, TestExtractSettings>? change = null)
    {
        _settings = new TestExtractSettings
        {
            Table = table.Name,
            LandPath = S3Prefix.Parse("s3://land/p/"),
            RawHistPath = S3Prefix.Parse("s3://hist/p/"),
            MinimumRows = 0,
        };
        _settings = change?.Invoke(_settings) ?? _settings;
        _store = new DirectoryObjectStore(_folder.File("store"));
        Directory.CreateDirectory(WorkFolder);
        var handle = new StageStore(_store, _settings.Capabilities).Open(_settings.LandRead);
        _check = new ObjectCheck(handle, table, _settings, WorkFolder);
    }

    public string WorkFolder => _folder.File("work");

    /// <summary>A table of columns such as <c>"size int"</c>.</summary>
    public static TableMetadata Table(params ColumnMetadata[] columns) => new()
    {
        File = "things.json",
        Name = "things",
        Description = "Things.",
        Format = DataFormat.Json,
        Location = "things",
        Columns = columns,
    };

    public static ColumnMetadata Column(string name, string type) => Column(name, ColumnTypeParser.Parse(type));

    public static ColumnMetadata Column(string name, ColumnType type) => new() { Name = name, Type = type };

    /// <summary>Checks some text with a table, once.</summary>
    public static async Task<CheckedObject> CheckAsync(TableMetadata table, string text, Func<TestExtractSettings, TestExtractSettings>? change = null)
    {
        using var file = new CheckedFile(table, change);
        return await file.RunAsync(Encoding.UTF8.GetBytes(text));
    }

    public Task<CheckedObject> RunAsync(string text) => RunAsync(World.Gzip(text), "things.jsonl.gz");

    public async Task<CheckedObject> RunAsync(byte[] bytes, string name = "things.jsonl")
    {
        var location = _settings.LandRead.Prefix.File(name);
        var path = _store.PathOf(location);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        return await _check.RunAsync(await ListedAsync(location), TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        _check.Dispose();
        _store.Dispose();
        _folder.Dispose();
    }

    private async Task<StoredObject> ListedAsync(S3Location location)
    {
        await foreach (var stored in _store.ListAsync(_settings.LandRead.Prefix, TestContext.Current.CancellationToken))
        {
            if (stored.Location == location)
            {
                return stored;
            }
        }

        throw new InvalidOperationException($"'{location}' is not listed.");
    }
}
