using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Evaluation;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>What capabilities promise of the catalogue: a right to a table is asked for on its database and on the catalogue too.</summary>
internal sealed class DeclaredCatalog(DeclaredPlace place)
{
    public bool Allows(CatalogTables tables, AccessRequest request)
    {
        var database = place.Databases[tables.MetaData];
        return request.Action switch
        {
            "glue:CreateDatabase" or "glue:GetDatabase" or "glue:UpdateDatabase" => IsAbove(database, request),
            "glue:GetTables" => IsAbove(database, request) || IsAnyTable(database, request),
            "glue:DeleteTable" => tables.RemovesTables && (IsAbove(database, request) || IsAnyTable(database, request)),
            "glue:CreateTable" or "glue:UpdateTable" => IsOnTables(database, database.Tables, request),
            _ => false,
        };
    }

    public bool Allows(CatalogPartitions partitions, AccessRequest request)
    {
        var database = place.Databases[partitions.MetaData];
        return request.Action switch
        {
            "glue:GetPartitions" or "glue:UpdatePartition" or "glue:BatchDeletePartition" => IsOnTables(database, database.Partitioned, request),
            "glue:BatchCreatePartition" => partitions.Creates && IsOnTables(database, database.Partitioned, request),
            _ => false,
        };
    }

    public bool AllowsThroughAthena(AthenaQuery query, AccessRequest request)
    {
        var database = place.Databases[query.MetaData];
        return request.Action switch
        {
            "glue:GetDatabase" => IsAbove(database, request) || request.Resource == $"{place.Glue}database/default",
            "glue:GetTable" or "glue:BatchCreatePartition" => IsOnTables(database, database.Partitioned, request),
            "glue:GetPartition" or "glue:GetPartitions" => query.Statement == AthenaStatement.RepairTable && IsOnTables(database, database.Partitioned, request),
            _ => false,
        };
    }

    private bool IsAbove(DeclaredDatabase database, AccessRequest request) =>
        request.Resource == $"{place.Glue}catalog" || request.Resource == $"{place.Glue}database/{database.Name}";

    private bool IsAnyTable(DeclaredDatabase database, AccessRequest request) =>
        request.Resource.StartsWith($"{place.Glue}table/{database.Name}/", StringComparison.Ordinal);

    private bool IsOnTables(DeclaredDatabase database, IReadOnlyList<string> tables, AccessRequest request) =>
        tables.Count > 0 && (IsAbove(database, request) || tables.Any(table => request.Resource == $"{place.Glue}table/{database.Name}/{table}"));
}
