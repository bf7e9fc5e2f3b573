using Slipstream.Metadata;
using Slipstream.Metadata.Types;

namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>
/// Follows the drift policies of the metadata where a SELECT gives other columns, or other fields of a struct: what is missing
/// is refused, or filled with NULL; what is unknown is dropped, or refused.
/// </summary>
internal sealed class FieldFit(TableMetadata table)
{
    private readonly List<string> _problems = [];
    private readonly List<string> _filled = [];
    private readonly List<string> _dropped = [];

    /// <summary>What the policies refuse.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What is filled with NULL and worth a warning.</summary>
    public IReadOnlyList<string> Filled => _filled;

    /// <summary>What is dropped and worth a warning.</summary>
    public IReadOnlyList<string> Dropped => _dropped;

    /// <summary>The fields of a struct in the order of the metadata, each with its type in the SELECT; null for none.</summary>
    public IReadOnlyList<(string Name, ColumnType Type, SourceType? Source)> Match(
        IReadOnlyList<(string Name, SourceType Type)> given, StructType target, string path)
    {
        foreach (var (name, _) in given.Where(field => target.Fields.All(known => known.Name != field.Name)))
        {
            Drop($"{path}.{name}");
        }

        return
        [
            .. target.Fields.Select(field =>
            {
                var source = given.Where(other => other.Name == field.Name).Select(other => other.Type).FirstOrDefault();
                if (source is null)
                {
                    Fill($"{path}.{field.Name}");
                }

                return (field.Name, field.Type, source);
            }),
        ];
    }

    /// <summary>A column or field of the metadata that the SELECT does not give.</summary>
    public void Fill(string path)
    {
        var column = table.Columns.First(column => column.Name == path.Split('.')[0]);
        Follow(column.Drift.Missing ?? table.Drift.Missing, _filled, path, $"does not give '{path}'");
    }

    /// <summary>A column or field that the metadata do not have.</summary>
    public void Drop(string path) => Follow(table.Drift.OfUnknown(path), _dropped, path, $"gives '{path}', which is not in the metadata");

    private void Follow(DriftPolicy policy, List<string> warnings, string path, string problem)
    {
        if (policy != DriftPolicy.Ignore)
        {
            (policy == DriftPolicy.Fail ? _problems : warnings).Add(policy == DriftPolicy.Fail ? problem : path);
        }
    }
}
