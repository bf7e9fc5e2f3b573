using System.Globalization;

namespace Slipstream.Local.Replay;

/// <summary>Runs the replay server until it is interrupted.</summary>
internal sealed class ReplayCommand(Folders folders, TextWriter output) : ICommand
{
    public string Name => "replay";

    public string Usage => "[--port N]   answers as postcodes.io from the sample, until Ctrl-C";

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var port = Port(args);
        await using var server = ReplayServer.Start(await Sample.ReadAsync(folders.Sample, cancellationToken), port);
        await output.WriteLineAsync($"Answering {server.Url}. Ctrl-C stops it.");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }

    private static int? Port(IReadOnlyList<string> args) => args switch
    {
        [] => null,
        ["--port", var text] => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw UsageException.Wrong($"--port {text}", "a port from 1 to 65535"),
        _ => throw UsageException.Unknown(string.Join(' ', args)),
    };
}
