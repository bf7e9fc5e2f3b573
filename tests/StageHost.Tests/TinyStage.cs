using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Testing;
using Slipstream.Testing.SlowStage;

namespace Slipstream.StageHost.Tests;

/// <summary>A stage that does what its test says.</summary>
internal sealed class TinyStage(Func<CancellationToken, Task<StageResult>> work) : IStage
{
    public static SlowStageSettings Settings(TemporaryFolder folder) => new()
    {
        Table = "tiny",
        LandPath = S3Prefix.Parse("s3://land/tiny/"),
        RunTimestamp = LandTimestamp.Parse("1573569000"),
        Host = new HostSettings
        {
            ObjectStore = StoreAddress.InDirectory(folder.File("store")),
            WorkDirectory = folder.File("work"),
            ResultPath = folder.File("xcom/return.json"),
        },
    };

    public static TinyStage That(Func<Task<StageResult>> work) => new(_ => work());

    public static TinyStage ThatEnds(StageResult result) => new(_ => Task.FromResult(result));

    public static TinyStage ThatThrows(Exception exception) => new(_ => Task.FromException<StageResult>(exception));

    public Task<StageResult> RunAsync(CancellationToken cancellationToken) => work(cancellationToken);
}
