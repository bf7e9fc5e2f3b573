using System.Text;
using Slipstream.Contracts.Settings;
using Slipstream.ObjectStore;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>
/// Names what a run makes by what it is made of: the time of the run and 12 digits of the hash of inputs, SQL, metadata,
/// release and day. The same run gives the same version; anything else another one.
/// </summary>
internal sealed record RunVersion(string Name, string SqlHash, string MetadataHash)
{
    private const int Digits = 12;

    public static string SqlHashOf(PipelineDefinition definition) =>
        Hash(definition.CuratedTables.Select(table => $"{table.Name}\n{table.Transform.Sql}"));

    public static string MetadataHashOf(PipelineDefinition definition) =>
        Hash(definition.RawTables.Concat(definition.CuratedTables.Select(table => table.Metadata))
            .Select(table => $"{table.Name}\n{File.ReadAllText(table.File)}"));

    public static RunVersion Of(RunCuratedSettings settings, PipelineDefinition definition, IReadOnlyList<TableLineage> lineage)
    {
        var (sql, metadata) = (SqlHashOf(definition), MetadataHashOf(definition));
        var extracts = Hash(lineage.Select(table => $"{table.Table}\n{table.Chain.Hash}"));
        var all = Hash([extracts, sql, metadata, settings.Host.GitTag.ToString(), settings.SnapshotDate.ToString()]);
        return new RunVersion($"{settings.RunTimestamp}-{all[..Digits]}", sql, metadata);
    }

    private static string Hash(IEnumerable<string> texts) =>
        Sha256Hash.Of(Encoding.UTF8.GetBytes(string.Join('\0', texts))).ToString();
}
