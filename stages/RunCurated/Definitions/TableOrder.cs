using Slipstream.Contracts;

namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>Puts each curated table after those it reads.</summary>
internal static class TableOrder
{
    /// <exception cref="StageException">Tables read each other; the message names the cycle (exit code 2).</exception>
    public static IReadOnlyList<CuratedTable> Sort(IReadOnlyList<CuratedTable> tables)
    {
        var sorted = new List<CuratedTable>();
        foreach (var table in tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            Visit(table, tables, sorted, []);
        }

        return sorted;
    }

    private static void Visit(CuratedTable table, IReadOnlyList<CuratedTable> tables, List<CuratedTable> sorted, IReadOnlyList<string> path)
    {
        if (path.Contains(table.Name))
        {
            var cycle = path.SkipWhile(name => name != table.Name).Append(table.Name);
            throw StageException.SettingsWrong(
                $"'{table.Transform.File}' is part of a cycle: {string.Join(" reads ", cycle.Select(name => $"curated.{name}"))}. Break it.");
        }

        if (sorted.Contains(table))
        {
            return;
        }

        foreach (var reference in table.Transform.Reads.Where(reference => reference.Schema == TableReference.Curated))
        {
            Visit(tables.First(t => t.Name == reference.Table), tables, sorted, [.. path, table.Name]);
        }

        sorted.Add(table);
    }
}
