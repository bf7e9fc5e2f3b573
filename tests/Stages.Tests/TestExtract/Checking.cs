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
        using var store = new InMemoryObjectStore();
        var stored = store.Put(World.In(World.Land, World.Run, name), bytes);
        var land = new StageStore(store, settings.Capabilities).Open(settings.LandRead);
        return await new ObjectCheck(land, table, settings).RunAsync(stored, TestContext.Current.CancellationToken);
    }
}
