namespace Slipstream.Iam.Operations;

/// <summary>
/// Calls of Athena. What a statement reads and writes, Athena does with the rights of whoever started it:
/// https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena-calledvia.html.
/// </summary>
internal static class AthenaOperations
{
    private const string Results = "the workgroup does not keep results for the caller";
    private const string Reads = "the statement reads a table";
    private const string Partitions = "the statement adds partitions";

    public static IReadOnlyList<Operation> All { get; } =
    [
        Call("StartQueryExecution", "workgroup",
            Via("glue:GetDatabase", "database default"),
            Via("s3:GetBucketLocation", "results bucket"),
            Via("s3:PutObject", "results", Results),
            Via("s3:GetObject", "results", Results),
            Via("s3:AbortMultipartUpload", "results", Results),
            Via("s3:ListMultipartUploadParts", "results", Results),
            Via("s3:ListBucketMultipartUploads", "results bucket", Results),
            Via("glue:GetTable", "table", Reads),
            Via("glue:GetPartitions", "table", Reads),
            Via("s3:ListBucket", "data bucket", Reads),
            Via("s3:GetObject", "data", Reads),
            Via("glue:BatchCreatePartition", "table", Partitions)),
        Call("GetQueryExecution", "workgroup"),
        Call("StopQueryExecution", "workgroup"),
        Call("GetQueryResults", "workgroup", Via("s3:GetObject", "results", Results)),
        Call("GetWorkGroup", "workgroup"),
        Call("GetDatabase", "datacatalog"),
        Call("ListDatabases", "datacatalog"),
        Call("GetTableMetadata", "datacatalog"),
        Call("ListTableMetadata", "datacatalog"),
    ];

    private static Operation Call(string name, string on, params IReadOnlyList<Need> more) =>
        new($"athena:{name}", $"https://docs.aws.amazon.com/athena/latest/APIReference/API_{name}.html", [new Need($"athena:{name}", on, []), .. more]);

    private static Need Via(string action, string on, string? when = null) => new(action, on, ["aws:CalledVia"], when);
}
