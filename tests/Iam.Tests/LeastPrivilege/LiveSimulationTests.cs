using System.Diagnostics;
using System.Text.Json.Nodes;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Tests.Proof;
using Slipstream.Testing;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>
/// AWS's own judgement, where somebody has an account: SLIPSTREAM_LIVE_AWS=1 and the AWS CLI, with credentials that may simulate
/// (https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html). It needs none of the pipeline's resources.
/// </summary>
[Trait("lane", "slow")]
public sealed class LiveSimulationTests
{
    [Fact]
    public async Task Aws_allows_what_is_asked_for_and_denies_a_neighbour_of_it()
    {
        Assert.SkipUnless(IsAskedFor, "Needs an AWS account: set SLIPSTREAM_LIVE_AWS=1, with credentials that may call iam:SimulateCustomPolicy.");

        // One request for each atom: the simulator is asked about each by itself.
        foreach (var (role, request) in ProvenPipeline.Roles.SelectMany(role => role.Recorded.DistinctBy(request => role.Evaluator.Decide(request).Because).Select(request => (role, request))))
        {
            Assert.Equal("allowed", await AskAsync(role, request));
            var neighbour = Neighbours.Of(request).First(neighbour => !role.Declaration.Allows(neighbour));
            Assert.Equal("implicitDeny", await AskAsync(role, neighbour));
        }
    }

    private static async Task<string?> AskAsync(ProvenRole role, AccessRequest request)
    {
        var start = new ProcessStartInfo("aws",
        [
            "iam", "simulate-custom-policy", "--output", "json", "--policy-input-list", role.Text,
            "--action-names", request.Action, "--resource-arns", request.Resource,
            .. request.Context.Count == 0 ? [] : new[] { "--context-entries", Entries(request) },
        ]);
        var answer = await InstalledProgram.RunAsync(start, string.Empty, TestContext.Current.CancellationToken);
        Assert.SkipWhen(answer is null, "The AWS CLI ('aws') is not installed.");
        Assert.True(answer.ExitCode == 0, answer.Error);
        return (string?)JsonNode.Parse(answer.Out)!["EvaluationResults"]![0]!["EvalDecision"];
    }

    private static string Entries(AccessRequest request) => new JsonArray([.. request.Context.Select(pair => (JsonNode)new JsonObject
    {
        ["ContextKeyName"] = pair.Key,
        ["ContextKeyType"] = pair.Key == "s3:ObjectCreationOperation" ? "boolean" : "string",
        ["ContextKeyValues"] = new JsonArray([.. pair.Value.Select(value => (JsonNode)value)]),
    })]).ToJsonString();

#pragma warning disable RS0030 // Whether there is an account to ask is said at the desk.
    private static bool IsAskedFor => Environment.GetEnvironmentVariable("SLIPSTREAM_LIVE_AWS") == "1";
#pragma warning restore RS0030
}
