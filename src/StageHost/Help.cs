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
              --check  read and check the settings, and stop
              --plan   say what would be done, and change nothing

            Settings are environment variables:

            """);
        foreach (var row in VariableTable<TSettings>.List(TSettings.Bind))
        {
            writer.WriteLine($"  {row.Name}  {Status(row)}");
            foreach (var line in Wrap(row.Meaning))
            {
                writer.WriteLine(new string(' ', Indent) + line);
            }
        }

        writer.WriteLine("""

            Exit codes: 0 done, 1 the data failed their checks, 2 settings, metadata or SQL are wrong, 3 an outside system
            failed after retries, 4 a defect, 130 interrupted, 143 stopped by SIGTERM.
            """);
    }

    private static string Status(VariableRow row) => row switch
    {
        { IsRequired: true } => $"(required: {row.Form}, such as {row.Example})",
        { Default: { } value } => $"(default {value}: {row.Form})",
        _ => $"(optional: {row.Form}, such as {row.Example})",
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
