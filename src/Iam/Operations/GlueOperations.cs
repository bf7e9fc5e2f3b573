namespace Slipstream.Iam.Operations;

/// <summary>
/// Calls of Glue. Those of the catalogue need their action on every ancestor as well
/// (https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html); a partition has no ARN of its own.
/// </summary>
internal static class GlueOperations
{
    private static readonly string[] Database = ["catalog", "database"];
    private static readonly string[] Table = ["catalog", "database", "table"];
    private static readonly string[] Tables = ["catalog", "database", "every table of the database"];
    private static readonly string[] Contents = ["catalog", "database", "every table of the database", "every function of the database"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        Call("GetDatabase", Database),
        Call("GetDatabases", ["catalog", "every database"]),
        Call("CreateDatabase", Database, "TagResource"),
        Call("UpdateDatabase", Database),
        Call("DeleteDatabase", Contents),
        Call("GetTable", Table),
        Call("GetTables", Tables),
        Call("CreateTable", Table),
        Call("UpdateTable", Table),
        Call("DeleteTable", Table),
        Call("BatchDeleteTable", ["catalog", "database", "each table"]),
        Call("GetPartition", Table),
        Call("GetPartitions", Table),
        Call("BatchGetPartition", Table),
        Call("CreatePartition", Table),
        Call("UpdatePartition", Table),
        Call("DeletePartition", Table),
        Call("BatchCreatePartition", Table),
        Call("BatchUpdatePartition", Table),
        Call("BatchDeletePartition", Table),
        WithRole("CreateJob"),
        WithRole("UpdateJob"),
        Call("GetJob", ["job"]),
        Call("DeleteJob", ["job"]),
        Call("StartJobRun", ["job"]),
        Call("GetJobRun", ["job"]),
        Call("GetJobRuns", ["job"]),
        Call("BatchStopJobRun", ["job"]),
        Call("TagResource", ["job"]),
    ];

    private static Operation Call(string name, IReadOnlyList<string> on, string? tagging = null) => new(
        $"glue:{name}",
        $"https://docs.aws.amazon.com/glue/latest/webapi/API_{name}.html",
        [
            .. on.Select(resource => new Need($"glue:{name}", resource, [])),
            .. tagging is null ? [] : new[] { new Need($"glue:{tagging}", on[^1], [], "it carries tags") },
        ]);

    // The job acts as the role that it is given: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html.
    private static Operation WithRole(string name)
    {
        var call = Call(name, ["job"], name == "CreateJob" ? "TagResource" : null);
        return call with { Needs = [.. call.Needs, new Need("iam:PassRole", "role", ["iam:PassedToService"])] };
    }
}
