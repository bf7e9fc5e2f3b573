using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Compilation;

/// <summary>
/// The rights of a query, and those that Athena takes from whoever asks it: they hold for Athena's calls alone
/// (https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena-calledvia.html).
/// </summary>
internal sealed class AthenaGrants(AwsScope scope, CatalogGrants catalog, Func<string, CatalogContent> contentOf)
{
    private static readonly IReadOnlyList<string> QueryActions =
        ["athena:GetQueryExecution", "athena:StartQueryExecution", "athena:StopQueryExecution"];

    private static readonly IReadOnlyList<string> ResultActions = ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"];

    public IEnumerable<Grant> Of(AthenaQuery query)
    {
        var content = contentOf(query.MetaData);
        return
        [
            .. QueryActions.Select(action => new Grant(action, scope.Arn("athena", $"workgroup/{query.Workgroup}"), [], "RunQuery", [query])),
            // Athena looks at the database 'default' whatever the statement names.
            .. Through(query, "QueryDatabases", ["glue:GetDatabase"], [.. catalog.Database(content), catalog.Database("default")]),
            .. Through(query, "QueryTables", TableActions(query.Statement), catalog.Tables(content, content.PartitionedTables)),
            .. Through(query, "QueryBuckets", ["s3:GetBucketLocation"], [.. Buckets(query).Distinct().Select(scope.S3)]),
            .. query.Statement == AthenaStatement.RepairTable ? [Listed(query)] : Array.Empty<Grant>(),
            .. query.Results is { } results ? Through(query, "QueryResults", ResultActions, [scope.S3($"{results.Bucket}/{results.Key}*")]) : [],
        ];
    }

    private static IReadOnlyList<string> TableActions(AthenaStatement statement) => statement switch
    {
        AthenaStatement.AddPartition => ["glue:BatchCreatePartition", "glue:GetTable"],
        AthenaStatement.RepairTable => ["glue:BatchCreatePartition", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable"],
        _ => throw new InvalidOperationException($"No rights are known for '{statement}'."),
    };

    private static IEnumerable<string> Buckets(AthenaQuery query) => query.Results is { } results ? [query.Data.Bucket, results.Bucket] : [query.Data.Bucket];

    private Grant Listed(AthenaQuery query) => new(
        "s3:ListBucket",
        scope.S3(query.Data.Bucket),
        [ConditionOf.ViaAthena, ConditionOf.IsLike("s3:prefix", query.Data.Key + "*")],
        "QueryLists",
        [query]);

    private static IEnumerable<Grant> Through(AthenaQuery query, string use, IReadOnlyList<string> actions, IReadOnlyList<string> resources) =>
        from action in actions from resource in resources select new Grant(action, resource, [ConditionOf.ViaAthena], use, [query]);
}
