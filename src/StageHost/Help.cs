using Slipstream.Contracts.Settings;
using Slipstream.Contracts.Variables;

namespace Slipstream.StageHost;

/// <summary>The text of <c>--help</c>.</summary>
internal static class Help
{
    private const int Indent = 4;
    private const int Width = 100;

    public static void Write<TSettings>(TextWriter writer)
        where TSettings : IStageSettings<TSettings>
    {
        writer.WriteLine($"""
            {TSettings.Stage}: {TSettings.Summary}

            Usage: {TSettings.Stage} [--help | --check | --plan]
              (nothing)  do the work
              --check    read and check the settings, and stop
              --plan     say what would be done, and change nothing
              --help     print this text

            """);
        WriteActions<TSettings>(writer);
        writer.WriteLine("""
            All settings are environment variables; an empty one counts as not set.

            """);
        foreach (var row in VariableTable<TSettings>.List(TSettings.Bind))
        {
            writer.WriteLine($"  {row.Name}");
            foreach (var line in Wrap(row.Meaning).Concat(Wrap(Status(row))))
            {
                writer.WriteLine(new string(' ', Indent) + line);
            }
        }

        writer.WriteLine("""

            Exit codes:
              0    done, now or by an earlier try
              1    the data failed their checks
              2    settings, metadata or SQL are wrong: a retry gives the same
              3    an outside system failed after retries: run it again later
              4    a defect of Slipstream
              130  interrupted at a terminal
              143  stopped by SIGTERM
            """);
    }

    private static void WriteActions<TSettings>(TextWriter writer)
        where TSettings : IStageSettings<TSettings>
    {
        foreach (var action in TSettings.Actions)
        {
            writer.WriteLine($"By hand: {TSettings.Stage} {action.Name} {(action.Argument is { } argument ? $"{argument} [{argument} ...] " : "")}[--plan]");
            foreach (var line in Wrap(action.Meaning))
            {
                writer.WriteLine(new string(' ', Indent) + line);
            }

            writer.WriteLine();
        }
    }

    private static string Status(VariableRow row) => row switch
    {
        { IsRequired: true } => $"Required: {row.Form}, such as {row.Example}",
        { Default: { } value } => $"Default {value}: {row.Form}",
        _ => $"Optional: {row.Form}, such as {row.Example}",
    };

    private static IEnumerable<string> Wrap(string text)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width - Indent)
            {
                yield return line;
                line = string.Empty;
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
