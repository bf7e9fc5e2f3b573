using Slipstream.Iam.Evaluation;

namespace Slipstream.Testing.Aws.Authorisation;

/// <summary>
/// What calls of Glue need: their action on the thing itself and on each of its ancestors
/// (https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html). A partition counts as its table.
/// </summary>
internal static class GlueMapper
{
    public static IEnumerable<AccessRequest> Map(AwsCall call) => Resources(call).Select(resource => new AccessRequest($"glue:{call.Operation}", resource, Contexts.None));

    /// <summary>A table and all above it.</summary>
    public static string[] Table(string database, string table) => [.. Database(database), Arns.Table(database, table)];

    /// <summary>A database and all above it.</summary>
    public static string[] Database(string database) => [Arns.Catalog, Arns.Database(database)];

    private static string[] Resources(AwsCall call) => call.Operation switch
    {
        "GetDatabase" or "UpdateDatabase" => Database(Text(call, "Name")),
        "CreateDatabase" => Database((string)call.Body["DatabaseInput"]!["Name"]!),
        "GetTables" => Table(Text(call, "DatabaseName"), "*"),
        "GetTable" or "DeleteTable" => Table(Text(call, "DatabaseName"), Text(call, "Name")),
        "CreateTable" or "UpdateTable" => Table(Text(call, "DatabaseName"), (string)call.Body["TableInput"]!["Name"]!),
        "GetPartition" or "GetPartitions" or "BatchGetPartition"
            or "CreatePartition" or "UpdatePartition" or "DeletePartition"
            or "BatchCreatePartition" or "BatchUpdatePartition" or "BatchDeletePartition" => Table(Text(call, "DatabaseName"), Text(call, "TableName")),
        "StartJobRun" or "GetJobRun" or "BatchStopJobRun" => [Arns.Job(Text(call, "JobName"))],
        _ => throw new InvalidOperationException($"Nobody has said what '{call}' needs."),
    };

    private static string Text(AwsCall call, string member) => (string)call.Body[member]!;
}
