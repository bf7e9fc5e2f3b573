using Slipstream.Contracts;
using Slipstream.Iam.Denials;
using Slipstream.Iam.Evaluation;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>
/// Each right that a scenario uses is withheld in turn, as if its policy had forgotten it: the stage says which and who declares it, land and raw-hist
/// lose nothing and hold nothing half, and once the right is there the next try goes on.
/// </summary>
[Trait("lane", "slow")]
public sealed class RefusedCallTests
{
    // A stage needs no right to clean up after itself: what made the upload fail is what it says.
    private const string CleanUp = "s3:AbortMultipartUpload";

    public static TheoryData<string> Roles => [.. Scenarios.All.Select(scenario => scenario.Role).Distinct()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task A_right_that_is_withheld_is_named_with_its_declaration_and_nothing_is_lost(string role)
    {
        var tried = new HashSet<WithheldRight>();
        var faults = new List<string>();
        foreach (var scenario in Scenarios.All.Where(scenario => scenario.Role == role))
        {
            foreach (var right in (await UsedByAsync(scenario)).Where(tried.Add))
            {
                faults.AddRange((await WithholdAsync(scenario, right)).Select(fault => $"{scenario}, without {right}: {fault}"));
            }
        }

        Assert.NotEmpty(tried);
        Assert.True(faults.Count == 0, $"{faults.Count} of {tried.Count}:\n{string.Join('\n', faults)}");
    }

    private static async Task<IReadOnlyList<WithheldRight>> UsedByAsync(Scenario scenario)
    {
        await using var account = await Scenarios.OpenAsync(scenario);
        await scenario.RunAsync(account);
        return [.. account.Aws.Record.Calls.SelectMany(call => call.Call.Requests).Select(WithheldRight.Of).Distinct()];
    }

    private static async Task<IReadOnlyList<string>> WithholdAsync(Scenario scenario, WithheldRight right)
    {
        await using var account = await Scenarios.OpenAsync(scenario);
        var kept = new KeptObjects(account.Aws);
        account.Aws.Roles.Withheld = right.Is;

        var run = await scenario.RunAsync(account);

        var faults = right.Action == CleanUp ? kept.Faults() : [.. Unsaid(scenario, right, run), .. kept.Faults()];
        account.Aws.Roles.Withheld = _ => false;
        account.LeaveAlone();
        var again = await scenario.RunAsync(account);
        return [.. faults, .. again.ExitCode is ExitCode.Done or ExitCode.DataFailed ? [] : new[] { $"the next try ends with {again.ExitCode}: {Failure(again)}" }, .. kept.Faults()];
    }

    private static IEnumerable<string> Unsaid(Scenario scenario, WithheldRight right, StageRunResult run)
    {
        if (run.ExitCode != ExitCode.OutsideFailed)
        {
            return [$"ends with {run.ExitCode}: {Failure(run)}"];
        }

        var said = Failure(run);
        var stage = scenario.Role.Split('.')[0];
        var denial = DenialReader.Read(said);
        return new[]
        {
            said.Contains($"The role of '{stage}' lacks {right.Action} on ", StringComparison.Ordinal) ? null : "stage and action are not named",
            said.Contains("Settings declares it as ", StringComparison.Ordinal) ? null : "the declaration is not named",
            denial is { Resource: not null } && right.Is(new AccessRequest(denial.Action!, denial.Resource, new Dictionary<string, IReadOnlyList<string>>())) ? null : "why-denied would not know it",
        }.OfType<string>().Select(fault => $"{fault}: {said}");
    }

    private static string Failure(StageRunResult run) => run.Log.Split('\n').LastOrDefault(line => line.Contains("FAILED", StringComparison.Ordinal)) ?? run.Log + run.Error;
}
