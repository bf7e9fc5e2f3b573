using Slipstream.Contracts;
using Slipstream.Contracts.Settings;

namespace Slipstream.StageHost;

/// <summary>What a stage's program was asked to do; nothing but <c>--plan</c> goes with anything else.</summary>
internal sealed record CommandLine(bool IsHelp, bool IsCheck, bool IsPlan, ActionCall? Action)
{
    private const string Plan = "--plan";

    public static CommandLine Parse<TSettings>(IReadOnlyList<string> args)
        where TSettings : IStageSettings<TSettings>
    {
        var rest = args.Where(arg => arg != Plan).ToList();
        var plans = args.Count - rest.Count;
        return (rest, plans) switch
        {
            (["--help"], 0) => new CommandLine(true, false, false, null),
            (["--check"], 0) => new CommandLine(false, true, false, null),
            ([], <= 1) => new CommandLine(false, false, plans == 1, null),
            ([var name, .. var values], <= 1) when ActionOf<TSettings>(name) is { } action =>
                new CommandLine(false, false, plans == 1, new ActionCall(name, Values(action, TSettings.Stage, values))),
            _ => throw StageException.SettingsWrong(
                $"Unknown arguments '{string.Join(' ', args)}'. A stage is configured by environment variables; see {TSettings.Stage} --help."),
        };
    }

    public static OperatorAction<TSettings>? ActionOf<TSettings>(string name)
        where TSettings : IStageSettings<TSettings> => TSettings.Actions.FirstOrDefault(action => action.Name == name);

    private static List<string> Values<TSettings>(OperatorAction<TSettings> action, string stage, List<string> values) =>
        values.Count > 0 == action.Argument is not null && !values.Exists(value => value.Length == 0 || value.StartsWith("--", StringComparison.Ordinal))
            ? values
            : throw StageException.SettingsWrong(
                $"'{action.Name}' wants {(action.Argument is null ? "nothing after it" : $"one {action.Argument} or more, and nothing else")}; see {stage} --help.");
}
