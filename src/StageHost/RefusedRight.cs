using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.StageHost;

/// <summary>What a right that the caller lacks has to do with what the stage declares.</summary>
internal static class RefusedRight
{
    /// <summary>Names the stage, the right, and the capability that declares it or that nothing does.</summary>
    public static string Explain(MissingRight right, string stage, string settings, IReadOnlyList<Capability> declared)
    {
        var causes = declared.Where(capability => Brings(capability, right)).Select(Text).ToList();
        return $"The role of '{stage}' lacks {right}. " + (causes.Count > 0
            ? $"{settings} declares it as {string.Join(" or ", causes)}: is the generated policy of iam/ applied to the role as it is now?"
            : $"No capability of {settings} brings it: declare one, and generate the policy anew.")
            + " Give this message to 'dag-gen iam why-denied' for what to do.";
    }

    private static string Text(Capability capability) =>
        $"{capability.Name}, a {capability.GetType().Name}{(capability is ObjectCapability objects ? $" of '{objects.Prefix}'" : string.Empty)}";

    private static bool Brings(Capability capability, MissingRight right) => (capability, right.Action.Split(':')) switch
    {
        (List list, ["s3", "ListBucket"]) => PathOf(right) == list.Prefix.Bucket,
        (Read read, ["s3", "GetObject"]) => Holds(read, right),
        (WriteOnce write, ["s3", "PutObject"]) => Holds(write, right),
        (WriteOnce { InParts: true } write, ["s3", "AbortMultipartUpload"]) => Holds(write, right),
        (DeleteValidated delete, ["s3", "DeleteObject" or "GetObject"]) => Holds(delete, right),
        (CatalogPartitions, ["glue", var action]) => action.Contains("Partition", StringComparison.Ordinal),
        (CatalogTables, ["glue", var action]) => !action.Contains("Partition", StringComparison.Ordinal) && !action.Contains("Job", StringComparison.Ordinal),
        (RunGlueJob, ["glue", var action]) => action.Contains("Job", StringComparison.Ordinal),
        (AthenaQuery, ["athena", _]) => true,
        (UseKey key, ["kms", _]) => right.Resource is null || right.Resource == key.KeyArn,
        (PublishMetrics, ["cloudwatch", _]) => true,
        _ => false,
    };

    private static bool Holds(ObjectCapability capability, MissingRight right) =>
        PathOf(right).StartsWith($"{capability.Prefix.Bucket}/{capability.Prefix.Key}", StringComparison.Ordinal);

    private static string PathOf(MissingRight right) => right.Resource?[(right.Resource.LastIndexOf(":::", StringComparison.Ordinal) + 3)..] ?? string.Empty;
}
