using System.Text;
using Slipstream.Contracts.Settings;
using Slipstream.Metadata;
using Slipstream.ObjectStore.Handles;
using Slipstream.Stages.TestExtract.Checks;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract;

/// <summary>Checks bytes as an object that has landed.</summary>
internal static class Checking
{
    public static TestExtractSettings Settings { get; } = new()
    {
        Table = World.Table,
        LandPath = World.Land,
        RawHistPath = World.RawHist,
        RunTimestamp = World.Run,
        MinimumRows = 1,
    };

    public static Task<CheckedObject> RunAsync(TableMetadata table, string text, string name = "data.jsonl") =>
        RunAsync(table, Encoding.UTF8.GetBytes(text), name, Settings);

    public static async Task<CheckedObject> RunAsync(TableMetadata table, byte[] bytes, string name, TestExtractSettings settings)
    {
        using var checks = new Checks(table, settings);
        return await checks.RunAsync(bytes, name);
    }

    /// <summary>One check for very many objects.</summary>
    public sealed class Checks : IDisposable
    {
        private readonly InMemoryObjectStore _store = new();
        private readonly TemporaryFolder _work = new();
        private readonly ObjectCheck _check;

        public Checks(TableMetadata table, TestExtractSettings settings) =>
            _check = new ObjectCheck(new StageStore(_store, settings.Capabilities).Open(settings.LandRead), table, settings, _work.File("work"));

        public Task<CheckedObject> RunAsync(byte[] bytes, string name) =>
            _check.RunAsync(_store.Put(World.In(World.Land, World.Run, name), bytes), TestContext.Current.CancellationToken);

        public void Dispose()
        {
            _check.Dispose();
            _store.Dispose();
            _work.Dispose();
        }
    }
}
