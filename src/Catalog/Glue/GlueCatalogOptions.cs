using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Settings;

namespace Slipstream.Catalog.Glue;

/// <summary>What a pipeline wants of the Glue Data Catalog.</summary>
/// <param name="Curated">The folder of its tables, which also names their owner.</param>
/// <param name="Style">How tables are written.</param>
/// <param name="Tables">The right to database and tables; it says whether tables go that the metadata do not have any more.</param>
/// <param name="Partitions">The right to partitions.</param>
/// <param name="Query">The right to have Athena add them; null if Glue does.</param>
public sealed record GlueCatalogOptions(
    S3Prefix Curated, GlueStyle Style, CatalogTables Tables, CatalogPartitions Partitions, AthenaQuery? Query = null)
{
    /// <summary>Whose its tables are, as they carry it in their parameters.</summary>
    public string Owner => Curated.ToString();
}
