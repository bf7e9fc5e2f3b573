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
        new(Role, "removes what an attempt has left", async account =>
        {
            await States.PromotedAsync(account);
            account.Fail("PutObject", Curated, "/commits/");
            await account.PrepareAsync(Role);
            account.LeaveAlone();
            await States.NextDayAsync(account);
        }),
        new("run-curated.verify", "finds all as it was committed", States.NextDayCommittedAsync) { Arguments = _ => ["--verify"] },
    ];
}
