using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Rules;

public sealed class WarningsOptionTests : IDisposable
{
    private const string Warning = "DG09 some_dag Tags['t']: The tag is given 2 times. Give it once.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("generate")]
    [InlineData("check")]
    public async Task A_warning_is_told_and_stops_nothing(string command)
    {
        await RunAsync("generate");

        var result = await RunAsync(command);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith($"warning {Warning}\n0 errors, 1 warning.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("generate")]
    [InlineData("check")]
    public async Task A_warning_can_count_as_an_error(string command)
    {
        var result = await RunAsync(command, "--warnings-as-errors");

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.StartsWith($"error   {Warning}\n1 error, 0 warnings.", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    private Task<CommandResult> RunAsync(params string[] args) =>
        DagGenProgram.RunAsync(_folder.Path, [new FakePipeline(Some.Dag() with { Tags = ["t", "t"] })], args);
}
