using System.Globalization;
using Microsoft.Extensions.Logging;
using Slipstream.Catalog.Commits;
using Slipstream.Contracts;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Lineage;

/// <summary>Says of each table from how many rows it was made, and holds it to the equation that its SQL declares.</summary>
internal sealed class Reconciler(PipelineDefinition definition, ILogger logger)
{
    /// <param name="raw">The rows of each raw table.</param>
    /// <param name="curated">The rows of each curated table as this run makes it.</param>
    /// <exception cref="StageException">An equation does not hold (exit code 1).</exception>
    public IReadOnlyList<CommitReconciliation> Require(IReadOnlyDictionary<string, long> raw, IReadOnlyDictionary<string, long> curated)
    {
        foreach (var table in definition.CuratedTables)
        {
            var sources = table.Transform.Reads.Select(read =>
                $"{read.Schema}.{read.Table} ({Text((read.Schema == TableReference.Raw ? raw : curated)[read.Table])})");
            Log.RowsInAndOut(logger, table.Name, curated[table.Name], string.Join(", ", sources.DefaultIfEmpty("no table")));
        }

        var equations = definition.CuratedTables.Where(table => table.Transform.Header.Reconcile is not null)
            .Select(table => Of(table.Name, table.Transform.Header.Reconcile!, raw, curated))
            .ToList();
        var broken = equations.Where(equation => equation.Raw.Values.Sum() != equation.Curated.Values.Sum()).ToList();
        if (broken.Count > 0)
        {
            throw StageException.DataFailed(
                $"Rows are lost or doubled: {string.Join("; ", broken.Select(Describe))}. Correct the SQL, or what '-- reconcile' declares.");
        }

        equations.ForEach(equation => Log.Reconciled(logger, Describe(equation)));
        return equations;
    }

    private static CommitReconciliation Of(
        string table, Equation equation, IReadOnlyDictionary<string, long> raw, IReadOnlyDictionary<string, long> curated) => new(
        table,
        equation.Raw.Distinct().ToDictionary(name => name, name => raw[name]),
        equation.Curated.Distinct().ToDictionary(name => name, name => curated[name]));

    private static string Describe(CommitReconciliation equation)
    {
        var left = string.Join(" + ", equation.Raw.Select(table => $"raw.{table.Key} ({Text(table.Value)})"));
        var right = string.Join(" + ", equation.Curated.Select(table => $"curated.{table.Key} ({Text(table.Value)})"));
        return $"{left} {(equation.Raw.Values.Sum() == equation.Curated.Values.Sum() ? "=" : "≠")} {right}";
    }

    private static string Text(long rows) => rows.ToString(CultureInfo.InvariantCulture);
}
