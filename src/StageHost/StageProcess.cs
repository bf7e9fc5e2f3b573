using System.Collections;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Formatting.Json;
using Slipstream.Contracts;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.ObjectStore.Identity;

namespace Slipstream.StageHost;

/// <summary>All that a stage knows of the process it runs in; tests hand in their own.</summary>
public sealed record StageProcess
{
    /// <summary>The environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Where help and check results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where complaints go that come before there is a log.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Makes the log once its format is known.</summary>
    public required Func<LogFormat, ILoggerFactory> Loggers { get; init; }

    /// <summary>Opens the object store that the settings name.</summary>
    public Func<HostSettings, IObjectStore> Stores { get; init; } = ObjectStores.Open;

    /// <summary>Asks AWS who the caller is.</summary>
    public Func<CancellationToken, Task<Caller>> AskCallerAsync { get; init; } = Callers.AskAsync;

    /// <summary>The release that the program was built as.</summary>
    public required GitTag BuiltAs { get; init; }

    /// <summary>The process itself.</summary>
    public static StageProcess Current() => new()
    {
        Environment = ReadEnvironment(),
        Out = Console.Out,
        Error = Console.Error,
        Time = TimeProvider.System,
        Loggers = ConsoleLoggers,
        BuiltAs = GitTag.OfThisBuild,
    };

#pragma warning disable RS0030 // The one place where the environment is read.
    private static Dictionary<string, string> ReadEnvironment() => System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? string.Empty);
#pragma warning restore RS0030

    private static ILoggerFactory ConsoleLoggers(LogFormat format)
    {
        var configuration = new LoggerConfiguration().MinimumLevel.Debug();
        configuration = format == LogFormat.Json
            ? configuration.WriteTo.Console(new JsonFormatter(renderMessage: true))
            : configuration.WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}",
                formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        return LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Debug).AddSerilog(configuration.CreateLogger(), dispose: true));
    }
}
