using Slipstream.Contracts.Settings;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>
/// Names what a run makes by what it is made of: the time of the run and 12 digits of the hash of inputs, SQL, metadata,
/// release and day. The same run gives the same version; anything else another one.
/// </summary>
internal sealed record RunVersion(string Name, string SqlHash, string MetadataHash)
{
    private const int Digits = 12;

    public static RunVersion Of(RunCuratedSettings settings, PipelineDefinition definition, IReadOnlyList<TableLineage> lineage)
    {
        var extracts = Fingerprint.Of(lineage.Select(table => $"{table.Table}\n{table.Chain.Hash}"));
        var all = Fingerprint.Of([extracts, definition.SqlHash, definition.MetadataHash, settings.Host.GitTag.ToString(), settings.SnapshotDate.ToString()]);
        return new RunVersion($"{settings.RunTimestamp}-{all[..Digits]}", definition.SqlHash, definition.MetadataHash);
    }
}
