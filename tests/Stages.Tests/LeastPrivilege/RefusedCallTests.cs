using Slipstream.Contracts;
using Slipstream.Iam.Denials;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Recording;
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

    private static readonly string[] Reads = ["Get", "List", "Head"];

    public static TheoryData<string> Stages => [.. Scenarios.All.Select(scenario => scenario.Stage).Distinct()];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task A_right_that_is_withheld_is_named_with_its_declaration_and_nothing_is_lost(string stage)
    {
        var used = UsedBy(stage);
        var faults = new List<string>();
        foreach (var (scenario, right) in used)
        {
            faults.AddRange((await WithholdAsync(scenario, right)).Select(fault => $"{scenario}, without {right}: {fault}"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{used.Count} rights were withheld.");
        Assert.NotEmpty(used);
        Assert.True(faults.Count == 0, $"{faults.Count} of {used.Count}:\n{string.Join('\n', faults)}");
    }

    // Each right with a scenario that was recorded to use it, the stage's own before an operator's.
    private static List<(Scenario Scenario, WithheldRight Right)> UsedBy(string stage) =>
    [
        .. from role in Scenarios.All.Where(scenario => scenario.Stage == stage).Select(scenario => scenario.Role).Distinct()
           from call in CallRecord.Read(File.ReadAllText(RecordedFile.Path), RecordedFile.Path)
           where call.Role == PipelineSettings.RoleOf(role)
           from right in call.Requests.Select(WithheldRight.Of)
           group (role, call.Scenario) by right into used
           let first = used.First()
           select (Scenarios.All.Single(scenario => scenario.Role == first.role && scenario.Name == first.Scenario), used.Key),
    ];

    private static async Task<IReadOnlyList<string>> WithholdAsync(Scenario scenario, WithheldRight right)
    {
        await using var account = await Scenarios.OpenAsync(scenario);
        var kept = new KeptObjects(account.Aws);
        account.Aws.Roles.Withheld = right.Is;

        var run = await scenario.RunAsync(account);

        var faults = right.Action == CleanUp ? kept.Faults() : [.. Unsaid(scenario, right, run), .. kept.Faults()];
        if (!HasChanged(account))
        {
            return faults;
        }

        account.Aws.Roles.Withheld = _ => false;
        account.LeaveAlone();
        var again = await scenario.RunAsync(account);
        return [.. faults, .. again.ExitCode is ExitCode.Done or ExitCode.DataFailed ? [] : new[] { $"the next try ends with {again.ExitCode}: {Failure(again)}" }, .. kept.Faults()];
    }

    // Where nothing was, the next try is the scenario itself.
    private static bool HasChanged(PipelineAccount account) => account.Aws.Record.Calls.Any(call =>
        call.IsAllowed && !Reads.Any(read => call.Call.Operation.Split(':')[1].StartsWith(read, StringComparison.Ordinal)));

    private static IEnumerable<string> Unsaid(Scenario scenario, WithheldRight right, StageRunResult run)
    {
        if (run.ExitCode != ExitCode.OutsideFailed)
        {
            return [$"ends with {run.ExitCode}: {Failure(run)}"];
        }

        var said = Failure(run);
        var denial = DenialReader.Read(said);
        return new[]
        {
            said.Contains($"The role of '{scenario.Stage}' lacks {right.Action} on ", StringComparison.Ordinal) ? null : "stage and action are not named",
            said.Contains("Settings declares it as ", StringComparison.Ordinal) ? null : "the declaration is not named",
            denial is { Resource: not null } && right.Is(new AccessRequest(denial.Action!, denial.Resource, new Dictionary<string, IReadOnlyList<string>>())) ? null : "why-denied would not know it",
        }.OfType<string>().Select(fault => $"{fault}: {said}");
    }

    private static string Failure(StageRunResult run) => run.Log.Split('\n').LastOrDefault(line => line.Contains("FAILED", StringComparison.Ordinal)) ?? run.Log + run.Error;
}
