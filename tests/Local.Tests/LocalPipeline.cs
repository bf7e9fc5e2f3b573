using Slipstream.Local.Query;
using Slipstream.Local.Run;
using Slipstream.Testing;
using Spectre.Console;

namespace Slipstream.Local.Tests;

/// <summary>The real dag-gen, the real stages as processes, the replay server, and a work folder of its own.</summary>
public sealed class LocalPipeline : IDisposable
{
    private readonly TemporaryFolder _work = new();
    private readonly StringWriter _output = new();

    public string Output => _output.ToString();

    public string WorkFolder => _work.Path;

    internal Folders Folders => new(Repository.Root, _work.Path);

    public async Task<int> RunAsync(string timestamp, params string[] more)
    {
        var command = new RunCommand(Folders, Terminal(), [new StageTable(), new ReportSection(Folders), new DatabaseSection(Folders)]);
        return await command.RunAsync(["--", "--run-timestamp", timestamp, .. more], TestContext.Current.CancellationToken);
    }

    public Task<int> QueryAsync(string sql) => new QueryCommand(Folders, Terminal()).RunAsync([sql], TestContext.Current.CancellationToken);

    public async Task<string> ScalarAsync(string sql)
    {
        using var database = await LocalDatabase.OpenAsync(Folders.Catalogue, TestContext.Current.CancellationToken);
        var result = await database!.Connection.QueryAsync(sql, TestContext.Current.CancellationToken);
        return result.Rows[0][0]!;
    }

    public SortedDictionary<string, string> StoredFiles() => new(
        Directory.EnumerateFiles(Folders.Store, "*", SearchOption.AllDirectories)
            .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file))),
        StringComparer.Ordinal);

    public void Dispose()
    {
        _work.Dispose();
        _output.Dispose();
    }

    private IAnsiConsole Terminal()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_output) });
        console.Profile.Width = 120;
        return console;
    }
}
