using Slipstream.Contracts;
using Slipstream.Contracts.Settings;

namespace Slipstream.Catalog.Glue;

/// <summary>What a pipeline wants of the Glue Data Catalog.</summary>
/// <param name="Curated">The folder of its tables, which also names their owner.</param>
/// <param name="Style">How tables are written.</param>
/// <param name="RemovesTables">Whether its tables go that the metadata do not have any more.</param>
public sealed record GlueCatalogOptions(S3Prefix Curated, GlueStyle Style, bool RemovesTables)
{
    /// <summary>Whose its tables are, as they carry it in their parameters.</summary>
    public string Owner => Curated.ToString();
}
