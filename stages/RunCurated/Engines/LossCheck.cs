using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Counts, column by column, the values that a cast to the metadata's type loses or changes.</summary>
internal sealed class LossCheck(DuckDbConnection connection)
{
    public async Task<IReadOnlyList<(AlignedColumn Column, Finding Finding)>> FindAsync(
        Alignment alignment, CheckedSelect select, CancellationToken cancellationToken)
    {
        var found = await new Tally(connection).CountAsync(
            [.. alignment.Lossy.Select(column => (column.Loss!, column.SourceIdentifier))], $"({select.WithSources})", cancellationToken);
        return
        [
            .. alignment.Lossy.Zip(found).Where(pair => pair.Second.Count > 0).Select(pair => (pair.First, new Finding(
                $"column '{pair.First.Name}'",
                pair.Second.Count,
                $"{(pair.Second.Count == 1 ? "value" : "values")} of type {pair.First.Type} would be lost or changed as {pair.First.Metadata.Type}",
                Examples.Of(pair.Second.Examples, pair.First.Metadata.IsHidden)))),
        ];
    }
}
