using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;
using Slipstream.StageHost;

namespace Slipstream.Testing;

/// <summary>Runs a stage as its program would, from environment to exit code, within the test's process.</summary>
public static class StageRunner
{
    public static async Task<StageRunResult> RunAsync<TSettings>(
        TSettings settings, Func<StageContext<TSettings>, IStage> create, params string[] args)
        where TSettings : IStageSettings<TSettings>
    {
        var environment = VariableWriter<TSettings>.Write(settings, TSettings.Bind)
            .ToDictionary(variable => variable.Name, variable => variable.Text ?? throw new ArgumentException($"{variable.Name} is a fact of the run: set it."));
        return await RunAsync(environment, create, args);
    }

    public static async Task<StageRunResult> RunAsync<TSettings>(
        IReadOnlyDictionary<string, string> environment, Func<StageContext<TSettings>, IStage> create, params string[] args)
        where TSettings : IStageSettings<TSettings>
    {
        using var log = new LogLines();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var process = new StageProcess
        {
            Environment = environment,
            Out = output,
            Error = error,
            Time = TimeProvider.System,
            Loggers = _ => log,
            BuiltAs = GitTag.OfThisBuild,
        };
        var exitCode = await StageHost.StageHost.RunAsync(process, args, create);
        return new StageRunResult((ExitCode)exitCode, log.Text, output.ToString(), error.ToString());
    }
}
