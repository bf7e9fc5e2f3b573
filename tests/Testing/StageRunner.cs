using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Identity;
using Slipstream.StageHost;

namespace Slipstream.Testing;

/// <summary>Runs a stage as its program would, from environment to exit code, within the test's process.</summary>
public static class StageRunner
{
    public static Task<StageRunResult> RunAsync<TSettings>(
        TSettings settings, Func<StageContext<TSettings>, IStage> create, params string[] args)
        where TSettings : IStageSettings<TSettings> => RunAsync(EnvironmentOf(settings), create, args);

    public static Task<StageRunResult> RunAsync<TSettings>(
        IReadOnlyDictionary<string, string> environment, Func<StageContext<TSettings>, IStage> create, params string[] args)
        where TSettings : IStageSettings<TSettings> => RunAsync(environment, create, ObjectStores.Open, args);

    /// <summary>Runs it over a store of the test's own.</summary>
    public static Task<StageRunResult> RunAsync<TSettings>(
        TSettings settings, Func<StageContext<TSettings>, IStage> create, Func<HostSettings, IObjectStore> stores, params string[] args)
        where TSettings : IStageSettings<TSettings> => RunAsync(EnvironmentOf(settings), create, stores, args);

    /// <summary>Runs it over a store of the test's own.</summary>
    public static async Task<StageRunResult> RunAsync<TSettings>(
        IReadOnlyDictionary<string, string> environment,
        Func<StageContext<TSettings>, IStage> create,
        Func<HostSettings, IObjectStore> stores,
        params string[] args)
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
            Stores = stores,
            AskCallerAsync = _ => Task.FromResult(Caller.Unknown("A test asks nobody.")),
            Loggers = _ => log,
            BuiltAs = GitTag.OfThisBuild,
        };
        var exitCode = await StageHost.StageHost.RunAsync(process, args, create);
        return new StageRunResult((ExitCode)exitCode, log.Text, output.ToString(), error.ToString());
    }

    private static Dictionary<string, string> EnvironmentOf<TSettings>(TSettings settings)
        where TSettings : IStageSettings<TSettings> => VariableWriter<TSettings>.Write(settings, TSettings.Bind)
            .ToDictionary(variable => variable.Name, variable => variable.Text ?? throw new ArgumentException($"{variable.Name} is a fact of the run: set it."));
}
