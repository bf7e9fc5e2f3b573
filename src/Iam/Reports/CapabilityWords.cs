using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Reports;

/// <summary>A capability in words for whoever reviews rights without reading policies.</summary>
public static class CapabilityWords
{
    /// <summary>Completes 'it may …'.</summary>
    /// <param name="capability">The capability.</param>
    /// <param name="holdsToOnce">Whether the policy itself refuses to replace objects.</param>
    public static string May(Capability capability, bool holdsToOnce) => capability switch
    {
        List { FoldersBelow: true } => "list the folder, and folders below it",
        List => "list the folder",
        Read => "read objects, their entity tags and checksums",
        WriteOnce write => $"create objects{(write.InParts ? ", in parts if they are large" : string.Empty)}; {(holdsToOnce ? "never replace one" : "that none is replaced, only the stage sees to")}",
        DeleteValidated => "delete objects that have not changed since they were read",
        CatalogTables { RemovesTables: true } => "make and change the database, make, change and remove its tables",
        CatalogTables => "make and change the database and its tables",
        CatalogPartitions { Creates: true } => "add, change and remove partitions",
        CatalogPartitions => "change and remove partitions",
        AthenaQuery { Statement: AthenaStatement.AddPartition } => "have Athena add partitions",
        AthenaQuery => "have Athena look for partitions (MSCK REPAIR TABLE)",
        RunGlueJob => "start, watch and stop runs of the job",
        UseKey { Use: KeyUse.Decrypt } => "have S3 decrypt with the key",
        UseKey { Use: KeyUse.Encrypt } => "have S3 encrypt with the key",
        UseKey => "have S3 encrypt with the key, and decrypt to join parts",
        PublishMetrics => "publish metrics",
        _ => throw new InvalidOperationException($"No words are known for '{capability.GetType().Name}'."),
    };

    /// <summary>What it may do that to, as Markdown.</summary>
    public static string Where(Capability capability) => capability switch
    {
        NamedObjectCapability { Pattern: not NamedObjectCapability.AnyName } named => $"`{named.Prefix}{named.Pattern}`",
        ObjectCapability objects => $"`{objects.Prefix}`",
        CatalogTables tables => $"the database of `{tables.MetaData}`",
        CatalogPartitions partitions => $"the partitioned tables of `{partitions.MetaData}`",
        AthenaQuery query => $"the partitioned tables of `{query.MetaData}`, workgroup `{query.Workgroup}`{(query.Results is { } results ? $", results in `{results}`" : "")}",
        RunGlueJob job => $"`{job.Job}`",
        UseKey key => $"objects of `{key.Bucket}`, key `{key.KeyArn}`",
        PublishMetrics metrics => $"namespace `{metrics.Namespace}`",
        _ => throw new InvalidOperationException($"No words are known for '{capability.GetType().Name}'."),
    };
}
