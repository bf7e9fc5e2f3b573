using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>Resources that are declared, and those near them that are not.</summary>
internal static class UniverseResources
{
    public static IEnumerable<string> Of(IReadOnlyList<Capability> capabilities, DeclaredPlace place, IReadOnlyList<Policy> policies) =>
    [
        "*",
        .. capabilities.SelectMany(capability => Declared(capability, place)).SelectMany(NearbyArns.Of),
        .. policies.SelectMany(policy => policy.Statements).SelectMany(statement => statement.Resources).Distinct().SelectMany(NearbyArns.OfPattern),
        $"{place.Glue}database/default", $"{place.Glue}table/default/any", $"{place.Glue}userDefinedFunction/default/any",
        $"{place.Glue}job/other", $"{place.Athena}workgroup/primary", $"{place.Athena}datacatalog/AwsDataCatalog",
        $"arn:aws:iam::{place.Account}:role/other", $"arn:aws:kms:{place.Region}:{place.Account}:key/other",
        $"arn:aws:logs:{place.Region}:{place.Account}:log-group:/aws-glue/jobs/output:log-stream:x",
        $"arn:aws:cloudwatch:{place.Region}:{place.Account}:alarm:x",
    ];

    private static IEnumerable<string> Declared(Capability capability, DeclaredPlace place) => capability switch
    {
        ObjectCapability objects => Objects(objects.Prefix, (objects as NamedObjectCapability)?.Pattern),
        AthenaQuery query => [.. query.Results is { } results ? Objects(results, null) : [], .. Objects(query.Data, null), .. Catalog(query.MetaData, place), $"{place.Athena}workgroup/{query.Workgroup}"],
        CatalogTables tables => Catalog(tables.MetaData, place),
        CatalogPartitions partitions => Catalog(partitions.MetaData, place),
        RunGlueJob job => [$"{place.Glue}job/{job.Job}"],
        UseKey key => [key.KeyArn],
        _ => [],
    };

    private static IEnumerable<string> Objects(S3Prefix prefix, string? pattern)
    {
        var bucket = $"arn:aws:s3:::{prefix.Bucket}";
        return
        [
            bucket, $"{bucket}/", $"{bucket}/x",
            $"{bucket}/{prefix.Key}", $"{bucket}/{prefix.Key}x", $"{bucket}/{prefix.Key}a/b/c",
            .. pattern is null ? [] : new[] { $"{bucket}/{prefix.Key}{pattern.Replace("*", "1", StringComparison.Ordinal)}" },
        ];
    }

    private static IEnumerable<string> Catalog(string metaData, DeclaredPlace place)
    {
        var database = place.Databases[metaData];
        return
        [
            $"{place.Glue}catalog", $"{place.Glue}catalog/other", $"{place.Glue}database/{database.Name}",
            $"{place.Glue}table/{database.Name}/undeclared", $"{place.Glue}userDefinedFunction/{database.Name}/x",
            .. database.Tables.Select(table => $"{place.Glue}table/{database.Name}/{table}"),
        ];
    }
}
