using Slipstream.Testing.Aws.Roles;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>
/// Every way through the stages and the operator's actions, with what the committed policies allow and nothing more. What was asked for on the way is
/// kept in tests/Iam.Tests/Recorded, over which the other proofs are done without a stage.
/// </summary>
[Trait("lane", "slow")]
public sealed class ScenarioTests
{
    [Fact]
    public async Task Every_scenario_ends_as_it_must_with_the_rights_of_its_role_calls_nobody_else_and_is_recorded()
    {
        ClientSideCalls.Begin();
        var calls = new List<DecidedCall>();
        var faults = new List<string>();
        foreach (var scenario in Scenarios.All)
        {
            await using var account = await Scenarios.OpenAsync(scenario);
            var run = await scenario.RunAsync(account);
            calls.AddRange(account.Aws.Record.Calls);
            if (run.ExitCode != scenario.Ends || account.Aws.Record.Denied is not null || account.Aws.Breaches.Count > 0)
            {
                faults.Add($"{scenario} ends with {run.ExitCode}, denied: {account.Aws.Record.Denied?.Denied}, breaches: {string.Join(' ', account.Aws.Breaches)}\n{run.Log}{run.Error}");
            }

            Assert.Equal(account.Aws.Calls.Count, ClientSideCalls.To(account.Aws.Url));
        }

        Assert.Empty(ClientSideCalls.Strangers);
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        RecordedFile.Verify(RecordedSet.Of(calls));
    }
}
