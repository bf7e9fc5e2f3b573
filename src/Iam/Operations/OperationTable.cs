namespace Slipstream.Iam.Operations;

/// <summary>
/// Which rights the calls need that Slipstream makes or that policies are often wrong about; written by hand from AWS's pages,
/// independently of the compiler.
/// </summary>
public static class OperationTable
{
    private static readonly HashSet<string> WithoutOperation = new(
        new[]
        {
            "CancelQueryExecution", "GetCatalogs", "GetExecutionEngine", "GetExecutionEngines", "GetNamespace", "GetNamespaces",
            "GetQueryExecutions", "GetTable", "GetTables", "RunQuery",
        }.Select(name => $"athena:{name}"),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them, by service.</summary>
    public static IReadOnlyList<Operation> All { get; } =
        [.. S3Operations.All, .. GlueOperations.All, .. AthenaOperations.All, .. OtherOperations.All];

    /// <summary>The call of that name, in whatever case; null if the table lacks it.</summary>
    public static Operation? Find(string name) => All.FirstOrDefault(operation => operation.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The calls that need an action.</summary>
    public static IEnumerable<Operation> Needing(string action) =>
        All.Where(operation => operation.Needs.Any(need => need.Action.Equals(action, StringComparison.OrdinalIgnoreCase)));

    /// <summary>True for actions that IAM knows and that nothing asks for any more: Athena's JDBC driver before 1.1.0 did.</summary>
    public static bool IsWithoutOperation(string action) => WithoutOperation.Contains(action);
}
