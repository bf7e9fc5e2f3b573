using System.Text.Json.Nodes;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Pipelines;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reading;
using Slipstream.Iam.Recording;
using Slipstream.Iam.Tests.Proof;
using Slipstream.Testing;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>The committed policies of postcodes_example with all that they are held to: the model's declarations and the recorded requests.</summary>
internal static class ProvenPipeline
{
    public const string DagId = "postcodes_example";
    private const string MetaData = "meta_data/curated";

    public static DeclaredPlace Place { get; } = new("123456789012", "eu-west-1", new Dictionary<string, DeclaredDatabase> { [MetaData] = ReadDatabase() });

    private static readonly Lazy<IReadOnlyList<ProvenRole>> AllRoles = new(ReadRoles);
    private static readonly Lazy<Universe> Everything = new(() => new(Declared, Place, [.. Roles.Select(role => role.Policy)]));

    public static IReadOnlyList<ProvenRole> Roles => AllRoles.Value;

    /// <summary>Around everything that any role has.</summary>
    public static Universe Universe => Everything.Value;

    public static IReadOnlyList<Contracts.Capabilities.Capability> Declared => [.. Roles.SelectMany(role => role.Capabilities).Distinct()];

    public static string RecordFile => Repository.Path("tests", "Iam.Tests", "Recorded", $"{DagId}.jsonl");

    private static List<ProvenRole> ReadRoles()
    {
        var dag = DeploymentEnvironment.Production().Make(new PostcodesExample());
        var record = CallRecord.Read(File.ReadAllText(RecordFile), RecordFile).ToLookup(call => call.Role);
        return [.. PipelineRoles.Of(dag, new CatalogContents(Repository.Root)).Select(role => Read(role, record))];
    }

    private static ProvenRole Read(PipelineRole role, ILookup<string, RecordedCall> record)
    {
        var text = File.ReadAllText(Repository.Path("iam", DagId, $"{role.File}.json"));
        var requests = record[role.Name].SelectMany(call => call.Requests).DistinctBy(TextOf).ToList();
        return new ProvenRole(role.Name, role.File, text, PolicyReader.Read(text, role.File), role.Policy.Capabilities, requests);
    }

    /// <summary>A request for people to read.</summary>
    public static string TextOf(AccessRequest request) => $"{request.Action} on {request.Resource}"
        + string.Concat(request.Context.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $", {pair.Key} = {string.Join(' ', pair.Value)}"));

    // As a person would read the folder: not by the code that the compiler asks.
    private static DeclaredDatabase ReadDatabase()
    {
        var files = Directory.GetFiles(Repository.Path(MetaData), "*.json").Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), file => JsonNode.Parse(File.ReadAllText(file))!);
        var tables = files.Where(file => file.Key != "database.json").Select(file => file.Value).ToList();
        return new(
            (string)files["database.json"]["name"]!,
            [.. tables.Select(table => (string)table["name"]!)],
            [.. tables.Where(table => table["partitions"] is JsonArray { Count: > 0 }).Select(table => (string)table["name"]!)]);
    }
}
