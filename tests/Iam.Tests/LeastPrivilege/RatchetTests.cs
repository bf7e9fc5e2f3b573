using System.Text;
using System.Text.Json.Nodes;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;
using Slipstream.Iam.Tests.Proof;
using Slipstream.Testing;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>
/// What a role may do grows only when the model declares more: against a baseline of declarations and policies that is committed too, so that a change
/// of the compiler cannot widen a policy, and a change of the model shows what it brings.
/// </summary>
public sealed class RatchetTests
{
    [Fact]
    public void What_a_role_may_do_grows_only_with_what_is_declared()
    {
        var before = JsonNode.Parse(File.Exists(BaselineFile) ? File.ReadAllText(BaselineFile) : "{}")!.AsObject();

        Assert.Empty(ProvenPipeline.Roles.SelectMany(role => WidenedInSilence(role, before[role.Name])));
        GoldenFile.Verify(Encoding.UTF8.GetBytes(Write(ProvenPipeline.Roles)), BaselineFile);
    }

    [Fact]
    public void A_policy_that_grows_on_its_own_is_found()
    {
        var role = ProvenPipeline.Roles[0];
        var baseline = JsonNode.Parse(Write([role]))!.AsObject()[role.Name];
        var first = role.Policy.Statements[0];
        var wider = role with { Policy = new Policy([first with { Conditions = [] }, .. role.Policy.Statements.Skip(1)]) };

        Assert.Empty(WidenedInSilence(role, baseline));
        Assert.NotEmpty(WidenedInSilence(wider, baseline));
        Assert.Empty(WidenedInSilence(wider with { Capabilities = [.. role.Capabilities.Skip(1)] }, baseline));
    }

    private static string BaselineFile => Repository.Path("tests", "Iam.Tests", "Recorded", $"{ProvenPipeline.DagId}.baseline.json");

    private static IEnumerable<string> WidenedInSilence(ProvenRole role, JsonNode? baseline)
    {
        if (baseline is null || !Lines(baseline["declares"]!).SequenceEqual(DeclarationOf(role)))
        {
            return [];
        }

        var before = PolicyReader.Read(baseline["policy"]!.ToJsonString(), role.Name);
        var universe = new Universe(role.Capabilities, ProvenPipeline.Place, [before, role.Policy]);
        var allowed = universe.Allowed(new PolicyEvaluator(before));
        return universe.Allowed(new PolicyEvaluator(role.Policy)).Except(allowed).Take(10)
            .Select(number => $"{role.Name}: {ProvenPipeline.TextOf(universe.Request(number))}, though nothing more is declared");
    }

    private static string Write(IEnumerable<ProvenRole> roles) => new JsonObject(roles.Select(role => KeyValuePair.Create<string, JsonNode?>(role.Name, new JsonObject
    {
        ["declares"] = new JsonArray([.. DeclarationOf(role).Select(line => (JsonNode)line)]),
        ["policy"] = JsonNode.Parse(PolicyWriter.Write(role.Policy)),
    }))).ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }) + "\n";

    // Words of purpose bring no rights; a table of the metadata that a capability names does.
    private static IEnumerable<string> DeclarationOf(ProvenRole role) => role.Capabilities
        .Select(capability => $"{capability with { Purpose = "…" }}{(MetaDataOf(capability) is { } folder ? $" with {Text(ProvenPipeline.Place.Databases[folder])}" : string.Empty)}");

    private static string? MetaDataOf(Capability capability) => capability switch
    {
        CatalogTables tables => tables.MetaData,
        CatalogPartitions partitions => partitions.MetaData,
        AthenaQuery query => query.MetaData,
        _ => null,
    };

    private static string Text(DeclaredDatabase database) =>
        $"{database.Name}: {string.Join(", ", database.Tables)}; partitioned: {string.Join(", ", database.Partitioned)}";

    private static IEnumerable<string> Lines(JsonNode array) => array.AsArray().Select(line => (string)line!);
}
