using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Compilation;

/// <summary>
/// The rights of what src/Catalog/Glue asks of Glue, which are needed on every ancestor too: catalogue, database, table
/// (https://docs.aws.amazon.com/glue/latest/dg/glue-specifying-resource-arns.html).
/// </summary>
internal sealed class CatalogGrants(AwsScope scope, Func<string, CatalogContent> contentOf)
{
    private static readonly IReadOnlyList<string> DatabaseActions = ["glue:CreateDatabase", "glue:GetDatabase", "glue:UpdateDatabase"];
    private static readonly IReadOnlyList<string> TableActions = ["glue:CreateTable", "glue:UpdateTable"];
    private static readonly IReadOnlyList<string> PartitionActions = ["glue:BatchDeletePartition", "glue:GetPartitions", "glue:UpdatePartition"];

    public IEnumerable<Grant> Of(CatalogTables tables)
    {
        var content = contentOf(tables.MetaData);
        IReadOnlyList<string> onAll = tables.RemovesTables ? ["glue:DeleteTable", "glue:GetTables"] : ["glue:GetTables"];
        return
        [
            .. On(tables, "Database", DatabaseActions, Database(content)),
            .. On(tables, tables.RemovesTables ? "RemoveTables" : "ListTables", onAll, [.. Database(content), Table(content, "*")]),
            .. On(tables, "Tables", TableActions, Tables(content, content.Tables)),
        ];
    }

    public IEnumerable<Grant> Of(CatalogPartitions partitions)
    {
        var content = contentOf(partitions.MetaData);
        IReadOnlyList<string> actions = partitions.Creates ? [.. PartitionActions, "glue:BatchCreatePartition"] : PartitionActions;
        return On(partitions, "Partitions", actions, Tables(content, content.PartitionedTables));
    }

    /// <summary>The catalogue and the database.</summary>
    public IReadOnlyList<string> Database(CatalogContent content) => [Catalog, Database(content.Database)];

    /// <summary>The ARN of a database.</summary>
    public string Database(string name) => scope.Arn("glue", $"database/{name}");

    /// <summary>The catalogue itself.</summary>
    public string Catalog => scope.Arn("glue", "catalog");

    /// <summary>Tables with what they lie in; nothing if there are none.</summary>
    public IReadOnlyList<string> Tables(CatalogContent content, IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [.. Database(content), .. names.Select(name => Table(content, name))];

    private string Table(CatalogContent content, string name) => scope.Arn("glue", $"table/{content.Database}/{name}");

    private static IEnumerable<Grant> On(Capability cause, string use, IReadOnlyList<string> actions, IReadOnlyList<string> resources) =>
        from action in actions from resource in resources select new Grant(action, resource, [], use, [cause]);
}
