using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.StageHost;
using Slipstream.Stages.DeployDatabase;
using Slipstream.Stages.Extract;
using Slipstream.Stages.RunCurated;
using Slipstream.Stages.TestExtract;

namespace Slipstream.Stages;

/// <summary>All stages in one program, for platforms that give a pipeline one image: the variable <c>STAGE</c> says which it is.</summary>
internal static class AllStages
{
    public const string Variable = "STAGE";

    private static readonly Dictionary<string, Func<StageProcess, string[], Task<int>>> Stages = new(StringComparer.Ordinal)
    {
        [ExtractSettings.Stage] = (process, args) => StageHost.StageHost.RunAsync<ExtractSettings>(process, args, context => new ExtractStage(context)),
        [TestExtractSettings.Stage] = (process, args) => StageHost.StageHost.RunAsync<TestExtractSettings>(process, args, TestExtractProgram.Create),
        [RunCuratedSettings.Stage] = (process, args) => StageHost.StageHost.RunAsync<RunCuratedSettings>(process, args, RunCuratedProgram.Create),
        [DeployDatabaseSettings.Stage] = (process, args) => StageHost.StageHost.RunAsync<DeployDatabaseSettings>(process, args, DeployDatabaseProgram.Create),
    };

    /// <returns>The stage's exit code; that of wrong settings if no stage is named.</returns>
    public static async Task<int> RunAsync(StageProcess process, string[] args)
    {
        var name = process.Environment.GetValueOrDefault(Variable, string.Empty);
        if (Stages.TryGetValue(name, out var run))
        {
            return await run(process, args);
        }

        await process.Error.WriteLineAsync($"slipstream: {Variable} is '{name}', which is no stage. Set it to one of {string.Join(", ", Stages.Keys)}.");
        return (int)ExitCode.SettingsWrong;
    }
}
