using Slipstream.Contracts;
using Slipstream.Contracts.Variables;
using Slipstream.ObjectStore.Identity;
using Slipstream.Testing;
using Slipstream.Testing.SlowStage;

namespace Slipstream.StageHost.Tests;

public sealed class CallerTests : IDisposable
{
    private const string Arn = "arn:aws:sts::123456789012:assumed-role/extract/extract@postcodes";
    private static readonly Caller Extract = Caller.Known(Arn, "123456789012");
    private static readonly Caller Nobody = Caller.Unknown("STS GetCallerIdentity failed: MethodNotAllowed (HTTP 405).");

    private readonly TemporaryFolder _folder = new();
    private int _asked;
    private bool _hasWorked;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_caller_and_its_account_are_printed()
    {
        var run = await RunAsync(Extract, expected: null);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains($"Information: CALLER: {Arn}, of account 123456789012.", run.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("arn:aws:iam::123456789012:role/airflow/extract")]
    public async Task The_expected_role_may_go_on(string role)
    {
        Assert.Equal(ExitCode.Done, (await RunAsync(Extract, role)).ExitCode);
        Assert.True(_hasWorked);
    }

    [Fact]
    public async Task Another_role_stops_the_stage_before_it_is_made_and_both_are_named()
    {
        var run = await RunAsync(Extract, "deploy-database");

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.Contains($"The caller is '{Arn}', but EXPECTED_ROLE is 'deploy-database'.", run.Log, StringComparison.Ordinal);
        Assert.False(_hasWorked);
    }

    [Fact]
    public async Task An_unknown_caller_is_a_warning_of_one_line()
    {
        var run = await RunAsync(Nobody, expected: null);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Single(run.Log.Split('\n'), line => line.StartsWith("Warning: CALLER: unknown", StringComparison.Ordinal) && line.EndsWith("(HTTP 405).", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_caller_cannot_be_the_expected_role()
    {
        var run = await RunAsync(Nobody, "extract");

        Assert.Equal(ExitCode.OutsideFailed, run.ExitCode);
        Assert.Contains("EXPECTED_ROLE is 'extract', but the caller is unknown, and nothing was read: STS GetCallerIdentity failed: MethodNotAllowed", run.Log, StringComparison.Ordinal);
        Assert.False(_hasWorked);
    }

    [Fact]
    public async Task A_plan_is_made_by_the_expected_role_only()
    {
        var run = await RunAsync(Extract, "deploy-database", StoreAddress.S3, "--plan");

        Assert.Equal(ExitCode.SettingsWrong, run.ExitCode);
        Assert.False(_hasWorked);
    }

    [Fact]
    public async Task A_directory_has_no_callers_to_ask_for()
    {
        var run = await RunAsync(Extract, "deploy-database", StoreAddress.InDirectory(_folder.File("store")));

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(0, _asked);
        Assert.DoesNotContain("CALLER", run.Log, StringComparison.Ordinal);
    }

    private Task<StageRunResult> RunAsync(Caller caller, string? expected) => RunAsync(caller, expected, StoreAddress.S3);

    private async Task<StageRunResult> RunAsync(Caller caller, string? expected, StoreAddress store, params string[] arguments)
    {
        var settings = TinyStage.Settings(_folder);
        settings = settings with { Host = settings.Host with { ObjectStore = store, ExpectedRole = expected is null ? null : IamRole.Parse(expected) } };
        using var log = new LogLines();
        var process = new StageProcess
        {
            Environment = VariableWriter<SlowStageSettings>.Write(settings, SlowStageSettings.Bind).ToDictionary(variable => variable.Name, variable => variable.Text!),
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Time = TimeProvider.System,
            Stores = _ => new InMemoryObjectStore(),
            AskCallerAsync = _ => AnswerAsync(caller),
            Loggers = _ => log,
            BuiltAs = GitTag.OfThisBuild,
        };
        var exitCode = await StageHost.RunAsync<SlowStageSettings>(process, arguments, _ => Work());
        return new StageRunResult((ExitCode)exitCode, log.Text, string.Empty, string.Empty);
    }

    private Task<Caller> AnswerAsync(Caller caller)
    {
        _asked++;
        return Task.FromResult(caller);
    }

    private TinyStage Work()
    {
        _hasWorked = true;
        return TinyStage.ThatEnds(new StageResult(ExitCode.Done, "Done."));
    }
}
