using Slipstream.DuckDb;
using Slipstream.Stages.RunCurated.Definitions;
using Slipstream.Stages.RunCurated.Rules;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Counts the written values that break a limit, a length or a list of allowed values.</summary>
internal sealed class ValueCheck(DuckDbConnection connection)
{
    public async Task<IReadOnlyList<Finding>> FindAsync(CuratedTable table, CancellationToken cancellationToken)
    {
        var rules = ValueRules.Of(table.Metadata);
        var found = await new Tally(connection).CountAsync(
            [.. rules.Select(rule => (rule.Broken, Sql.Identifier(rule.Column.Name)))], CuratedViews.NameOf(table), cancellationToken);
        return
        [
            .. rules.Zip(found).Where(pair => pair.Second.Count > 0).Select(pair => new Finding(
                $"column '{pair.First.Column.Name}'",
                pair.Second.Count,
                $"{(pair.Second.Count == 1 ? "value is" : "values are")} not {pair.First.Expected}",
                Examples.Of(pair.Second.Examples, pair.First.Column.IsHidden))),
        ];
    }
}
