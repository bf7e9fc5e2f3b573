using Slipstream.Contracts;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>Each stage with the role of another, and with work to do: it is denied before it has changed anything.</summary>
[Trait("lane", "slow")]
public sealed class RoleSwapTests
{
    private static readonly (string Stage, Func<PipelineAccount, Task> Prepare)[] Work =
    [
        ("extract", States.NothingAsync), ("test-extract", States.LandedAsync), ("run-curated", States.PromotedAsync), ("deploy-database", States.CommittedAsync),
    ];

    public static TheoryData<string, string> Swaps => [.. from stage in Work from other in Work where stage != other select (stage.Stage, other.Stage)];

    [Theory]
    [MemberData(nameof(Swaps))]
    public async Task No_stage_gets_to_its_first_write_with_the_role_of_another(string stage, string role)
    {
        await using var account = new PipelineAccount();
        await Work.Single(work => work.Stage == stage).Prepare(account);
        var before = StateOf(account);

        var run = await account.RunAsAsync(role, stage);

        Assert.True(run.ExitCode == ExitCode.OutsideFailed, run.Log);
        Assert.NotNull(account.Aws.Record.Denied);
        Assert.Equal(before, StateOf(account));
    }

    // Objects never change, so that their keys say all; of the catalogue, that it was never written to.
    private static List<string> StateOf(PipelineAccount account) =>
    [
        .. PipelineSettings.Buckets.SelectMany(bucket => account.Aws.S3.Objects(bucket).Keys.Select(key => $"{bucket}/{key}")),
        .. account.Aws.Record.Calls.Where(call => call.IsAllowed && call.Call.Operation.StartsWith("glue:", StringComparison.Ordinal) && !call.Call.Operation.StartsWith("glue:Get", StringComparison.Ordinal))
            .Select(call => call.Call.Operation),
    ];
}
