using Spectre.Console;

namespace Slipstream.Local;

/// <summary>The console: colours for people at a terminal, plain and unbroken lines for files and pipes.</summary>
internal static class Terminal
{
    private const int WidthOfFiles = 10_000;

    public static IAnsiConsole Create()
    {
        var isFile = Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = isFile ? AnsiSupport.No : AnsiSupport.Detect });
        if (isFile)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }
}
