using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;

namespace Slipstream.StageHost;

/// <summary>
/// Runs a stage as a process: settings, log, signals, result and exit code are the same for all. The only place that
/// catches everything and that maps failures to exit codes.
/// </summary>
public static class StageHost
{
    /// <summary>Runs the stage in this process.</summary>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync<TSettings>(string[] args, Func<StageContext<TSettings>, IStage> create)
        where TSettings : IStageSettings<TSettings> => RunAsync(StageProcess.Current(), args, create);

    /// <summary>Runs the stage in a process that is handed in.</summary>
    /// <returns>The exit code: see <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync<TSettings>(
        StageProcess process, IReadOnlyList<string> args, Func<StageContext<TSettings>, IStage> create)
        where TSettings : IStageSettings<TSettings>
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(args);
        try
        {
            var line = CommandLine.Parse<TSettings>(args);
            if (line.IsHelp)
            {
                Help.Write<TSettings>(process.Out);
                return (int)ExitCode.Done;
            }

            var settings = ReadSettings<TSettings>(process);
            if (line.IsCheck)
            {
                await process.Out.WriteLineAsync($"{TSettings.Stage}: the settings are complete and well formed.");
                return (int)ExitCode.Done;
            }

            using var loggers = process.Loggers(settings.Host.LogFormat);
            return (int)await new StageRun<TSettings>(process, settings, loggers, line).RunAsync(create);
        }
        catch (StageException exception)
        {
            // Only what comes before there is a log arrives here.
            await process.Error.WriteLineAsync($"{TSettings.Stage}: {exception.Message.Replace("\n", $"\n{TSettings.Stage}: ", StringComparison.Ordinal)}");
            return (int)exception.ExitCode;
        }
    }

    private static TSettings ReadSettings<TSettings>(StageProcess process)
        where TSettings : IStageSettings<TSettings>
    {
        var settings = VariableReader<TSettings>.Read(process.Environment, TSettings.Bind);
        return settings.Host.GitTag == process.BuiltAs
            ? settings
            : throw StageException.SettingsWrong(
                $"GIT_TAG is '{settings.Host.GitTag}', but this program was built as '{process.BuiltAs}'. Use the image of that tag, or set GIT_TAG to '{process.BuiltAs}'.");
    }
}
