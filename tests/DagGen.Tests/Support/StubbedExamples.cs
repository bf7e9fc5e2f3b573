using System.Text.Json.Nodes;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>What all accepted examples define, with each release that they must be executed with.</summary>
public sealed class StubbedExamples : IAsyncLifetime
{
    internal IReadOnlyList<(Example Example, int Release, JsonNode Json)> Dumps { get; private set; } = [];

    internal IEnumerable<(Example Example, DagTask Task, JsonNode Json)> Tasks =>
        from dump in Dumps
        from json in dump.Json["dags"]![0]!["tasks"]!.AsArray()
        select (dump.Example, dump.Example.Dag.Tasks.Single(task => dump.Example.Dag.FullIdOf(task) == (string?)json["task_id"]), json);

    public async ValueTask InitializeAsync()
    {
        var files = Example.Accepted.SelectMany(example => example.Releases, (example, release) => (Example: example, Release: release)).ToList();
        var dumps = await StubbedAirflow.DumpAsync(files.Select(file => (file.Release, file.Example.File!.Text)));
        Dumps = [.. files.Zip(dumps, (file, dump) => (file.Example, file.Release, dump))];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
