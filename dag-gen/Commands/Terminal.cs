using System.Collections;

namespace Slipstream.DagGen.Commands;

/// <summary>All that the commands know of the process they run in; tests hand in their own.</summary>
internal sealed record Terminal
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TimeProvider Time { get; init; }

    /// <summary>Relative paths start here.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The environment variables, of which tasks get only what every process needs.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public static Terminal Current() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        Time = TimeProvider.System,
        CurrentDirectory = Directory.GetCurrentDirectory(),
        Environment = ReadEnvironment(),
    };

    /// <summary>The absolute form of a path that was typed.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, CurrentDirectory);

    /// <summary>The same, for several that write at once.</summary>
    public Terminal Synchronized() => this with { Out = TextWriter.Synchronized(Out), Error = TextWriter.Synchronized(Error) };

#pragma warning disable RS0030 // dag-gen has no settings of its own: it hands a few variables on to the stages that it starts.
    private static Dictionary<string, string> ReadEnvironment() => System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty);
#pragma warning restore RS0030
}
