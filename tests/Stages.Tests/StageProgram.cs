using System.Diagnostics;
using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests;

/// <summary>A stage as its image starts it: a process that knows its environment only.</summary>
internal static class StageProgram
{
    public static async Task<ProgramResult> RunAsync<TSettings>(
        TSettings settings, IReadOnlyDictionary<string, string> environment, params string[] arguments)
        where TSettings : IStageSettings<TSettings> =>
        (await InstalledProgram.RunAsync(Start(settings, TSettings.Stage, arguments, environment), string.Empty, TestContext.Current.CancellationToken))!;

    /// <param name="settings">What becomes its environment.</param>
    /// <param name="program">The name of its assembly.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">What its environment has besides.</param>
    public static ProcessStartInfo Start<TSettings>(
        TSettings settings, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment)
        where TSettings : IStageSettings<TSettings>
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, $"{program}.dll"), .. arguments]);
        foreach (var variable in VariableWriter<TSettings>.Write(settings, TSettings.Bind))
        {
            start.Environment[variable.Name] = variable.Text;
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
