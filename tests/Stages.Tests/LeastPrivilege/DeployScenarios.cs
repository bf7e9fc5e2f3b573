using System.Text.Json.Nodes;

namespace Slipstream.Stages.Tests.LeastPrivilege;

internal static class DeployScenarios
{
    private const string Role = "deploy-database";
    private const string Operator = "deploy-database.to-version";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(Role, "makes database, tables and partitions", States.CommittedAsync),
        new(Role, "finds everything equal", account => DeployedAsync(account, States.CommittedAsync)),
        new(Role, "shows the next day", async account =>
        {
            await DeployedAsync(account, States.CommittedAsync);
            await States.NextDayCommittedAsync(account);
        }),
        new(Role, "shows the same day anew", async account =>
        {
            await DeployedAsync(account, States.CommittedAsync);
            await States.SameDayCommittedAsync(account);
        }),
        new(Role, "changes descriptions of database and tables", async account =>
        {
            await DeployedAsync(account, States.CommittedAsync);
            account.ChangeDescriptions();
        }),
        new(Role, "removes the partition that going back has left", async account =>
        {
            await DeployedAsync(account, States.NextDayCommittedAsync);
            account.Fail("BatchDeletePartition", "");
            await account.PrepareAsync(Operator, FirstVersion(account));
            account.LeaveAlone();
        }),
        new(Role, "removes the files of a version that nothing shows any more", async account =>
        {
            await DeployedAsync(account, States.NextDayCommittedAsync);
            await States.ThirdDayCommittedAsync(account);
        }),
        new(Operator, "goes back a day", account => DeployedAsync(account, States.NextDayCommittedAsync)) { Arguments = FirstVersion },
        new(Operator, "goes back within a day", account => DeployedAsync(account, States.SameDayCommittedAsync)) { Arguments = FirstVersion },
        new(Operator, "goes back before anything was deployed", States.NextDayCommittedAsync) { Arguments = FirstVersion },
        new(Operator, "goes back with changed descriptions", async account =>
        {
            await DeployedAsync(account, States.NextDayCommittedAsync);
            account.ChangeDescriptions();
        }) { Arguments = FirstVersion },
    ];

    private static async Task DeployedAsync(PipelineAccount account, Func<PipelineAccount, Task> prepare)
    {
        await prepare(account);
        await account.PrepareAsync(Role);
    }

    private static string[] FirstVersion(PipelineAccount account)
    {
        var commit = account.Aws.S3.Objects("example-curated").First(stored => stored.Key.Contains("/commits/0000000001", StringComparison.Ordinal)).Value;
        return ["--to-version", (string)JsonNode.Parse(commit.Bytes.Span)!["version"]!];
    }
}
