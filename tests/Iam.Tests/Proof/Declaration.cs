using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>
/// What capabilities promise, read from their own words: the oracle that compiled policies are held to. It knows prefixes and lists of
/// names, and no patterns of policies.
/// </summary>
internal sealed class Declaration(IReadOnlyList<Capability> capabilities, DeclaredPlace place)
{
    private readonly DeclaredCatalog _catalog = new(place);

    public bool Allows(AccessRequest request) => capabilities.Any(capability => Allows(capability, request));

    private bool Allows(Capability capability, AccessRequest request) => capability switch
    {
        Read read => request.Action == "s3:GetObject" && IsIn(read.Prefix, request),
        List list => request.Action == "s3:ListBucket" && request.Resource == Bucket(list.Prefix) && Lists(list, request),
        WriteOnce write => Writes(write, request),
        DeleteValidated delete => ((request.Action == "s3:DeleteObject" && Says(request, "s3:if-match")) || request.Action == "s3:GetObject")
            && Names(delete, request),
        CatalogTables tables => _catalog.Allows(tables, request),
        CatalogPartitions partitions => _catalog.Allows(partitions, request),
        AthenaQuery query => Queries(query, request),
        RunGlueJob job => request.Action is "glue:StartJobRun" or "glue:GetJobRun" or "glue:BatchStopJobRun" && request.Resource == $"{place.Glue}job/{job.Job}",
        UseKey key => Uses(key, request),
        PublishMetrics metrics => request.Action == "cloudwatch:PutMetricData" && request.Resource == "*" && Value(request, "cloudwatch:namespace") == metrics.Namespace,
        _ => throw new InvalidOperationException($"The oracle does not know '{capability.GetType().Name}'."),
    };

    private static bool Lists(List list, AccessRequest request) => Value(request, "s3:prefix") is { } prefix
        && (list.FoldersBelow ? prefix.StartsWith(list.Prefix.Key, StringComparison.Ordinal) : prefix == list.Prefix.Key);

    private static bool Writes(WriteOnce write, AccessRequest request) => request.Action switch
    {
        "s3:PutObject" => Says(request, "s3:if-none-match") || (write.InParts && Value(request, "s3:ObjectCreationOperation") == "false"),
        "s3:AbortMultipartUpload" => write.InParts,
        _ => false,
    } && Names(write, request);

    // The fixed parts of a name must come one after the other, the first at the begin and the last at the end.
    private static bool Names(NamedObjectCapability objects, AccessRequest request)
    {
        if (!IsIn(objects.Prefix, request))
        {
            return false;
        }

        var name = request.Resource[$"arn:aws:s3:::{objects.Prefix.Bucket}/{objects.Prefix.Key}".Length..];
        string[] parts = objects.Pattern.Split('*');
        if (parts.Length == 1)
        {
            return name == objects.Pattern;
        }

        var at = name.StartsWith(parts[0], StringComparison.Ordinal) ? parts[0].Length : -1;
        foreach (var part in parts[1..^1])
        {
            var found = at < 0 ? -1 : name.IndexOf(part, at, StringComparison.Ordinal);
            at = found < 0 ? -1 : found + part.Length;
        }

        return at >= 0 && name.Length - at >= parts[^1].Length && name.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    private bool Queries(AthenaQuery query, AccessRequest request) =>
        (request.Action is "athena:StartQueryExecution" or "athena:GetQueryExecution" or "athena:StopQueryExecution"
            && request.Resource == $"{place.Athena}workgroup/{query.Workgroup}")
        || (request.Context.TryGetValue("aws:CalledVia", out var via) && via.Contains("athena.amazonaws.com") && QueriesThrough(query, request));

    private bool QueriesThrough(AthenaQuery query, AccessRequest request) => request.Action switch
    {
        "s3:GetObject" or "s3:PutObject" or "s3:AbortMultipartUpload" => query.Results is { } results && IsIn(results, request),
        "s3:GetBucketLocation" => (query.Results is { } results && request.Resource == Bucket(results)) || request.Resource == Bucket(query.Data),
        "s3:ListBucket" => query.Statement == AthenaStatement.RepairTable && request.Resource == Bucket(query.Data)
            && Value(request, "s3:prefix")?.StartsWith(query.Data.Key, StringComparison.Ordinal) == true,
        _ => _catalog.AllowsThroughAthena(query, request),
    };

    private static bool Uses(UseKey key, AccessRequest request) =>
        request.Action switch { "kms:Decrypt" => key.Use is KeyUse.Decrypt or KeyUse.EncryptParts, "kms:GenerateDataKey" => key.Use is KeyUse.Encrypt or KeyUse.EncryptParts, _ => false }
        && request.Resource == key.KeyArn
        && Value(request, "kms:ViaService") == $"s3.{key.KeyArn.Split(':')[3]}.amazonaws.com"
        && Value(request, "kms:EncryptionContext:aws:s3:arn") == $"arn:aws:s3:::{key.Bucket}";

    private static bool IsIn(S3Prefix prefix, AccessRequest request) =>
        request.Resource.StartsWith($"arn:aws:s3:::{prefix.Bucket}/{prefix.Key}", StringComparison.Ordinal);

    private static string Bucket(S3Prefix prefix) => $"arn:aws:s3:::{prefix.Bucket}";

    private static bool Says(AccessRequest request, string key) => request.Context.ContainsKey(key);

    private static string? Value(AccessRequest request, string key) => request.Context.TryGetValue(key, out var values) ? values[0] : null;
}
