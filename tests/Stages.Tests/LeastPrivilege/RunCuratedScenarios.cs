namespace Slipstream.Stages.Tests.LeastPrivilege;

internal static class RunCuratedScenarios
{
    private const string Role = "run-curated";
    private const string Curated = "example-curated";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(Role, "commits the first version", States.PromotedAsync),
        new(Role, "commits the next day", States.NextDayAsync),
        new(Role, "finds its version committed", States.CommittedAsync),
        new(Role, "forgets an attempt that was committed", async account =>
        {
            await States.PromotedAsync(account);
            await AttemptAsync(account, account.Settings);
            await States.NextDayAsync(account);
        }),
        new(Role, "removes the parts of an attempt that another has overtaken", async account =>
        {
            await States.PromotedAsync(account);
            await AttemptAsync(account, account.Settings with { Run = States.Later });
            await States.CommittedAsync(account);
        }),
        new("run-curated.verify", "finds all as it was committed", States.NextDayCommittedAsync) { Arguments = _ => ["--verify"] },
    ];

    // Parts without a commit.
    private static async Task AttemptAsync(PipelineAccount account, PipelineSettings settings)
    {
        var before = account.Settings;
        account.Settings = settings;
        account.Fail("PutObject", Curated, "/commits/");
        await account.PrepareAsync(Role);
        account.LeaveAlone();
        account.Settings = before;
    }
}
