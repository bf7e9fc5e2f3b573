using System.Diagnostics;
using Slipstream.Local.Replay;
using Spectre.Console;

namespace Slipstream.Local.Run;

/// <summary>Runs the whole pipeline on this machine and says what came of it.</summary>
internal sealed class RunCommand(Folders folders, IAnsiConsole console, IReadOnlyList<IRunSection> sections) : ICommand
{
    private const string LiveUrl = "https://api.postcodes.io" + ReplayServer.RandomPostcodes;

    public string Name => "run";

    public string Usage => "[--live] [-- arguments of dag-gen run]   runs the pipeline; --live asks the real API";

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var options = RunOptions.Parse(args);
        if (!File.Exists(folders.DagGen))
        {
            throw UsageException.Missing(folders.DagGen, "Build it first: ./build.sh run does.");
        }

        var before = RunFiles.Stamps(folders.Runs);
        var exitCode = await RunDagGenAsync(options, cancellationToken);
        if (RunFiles.Newest(folders.Runs, before) is { } file)
        {
            await WriteSectionsAsync(RunRecord.Read(file), cancellationToken);
        }

        return exitCode;
    }

    private async Task<int> RunDagGenAsync(RunOptions options, CancellationToken cancellationToken)
    {
        if (options.IsLive)
        {
            return await StartAsync(LiveUrl, options.Rest, cancellationToken);
        }

        await using var server = ReplayServer.Start(await Sample.ReadAsync(folders.Sample, cancellationToken), null);
        return await StartAsync(server.Url.ToString(), options.Rest, cancellationToken);
    }

    private async Task<int> StartAsync(string sourceUrl, IReadOnlyList<string> rest, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(folders.DagGen)
        {
            WorkingDirectory = folders.Root,
            ArgumentList = { "run", "--work", folders.Work, "--bin", folders.Programs, "--configuration", "release", "--set", $"extract.SOURCE_URL={sourceUrl}" },
        };
        foreach (var argument in rest)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        return await ChildProcess.WaitAsync(process, cancellationToken);
    }

    private async Task WriteSectionsAsync(RunRecord run, CancellationToken cancellationToken)
    {
        foreach (var section in sections)
        {
            console.WriteLine();
            await section.WriteAsync(console, run, cancellationToken);
        }
    }
}
