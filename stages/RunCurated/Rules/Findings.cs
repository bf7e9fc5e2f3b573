using Slipstream.Contracts;
using Slipstream.Stages.RunCurated.Definitions;

namespace Slipstream.Stages.RunCurated.Rules;

/// <summary>All that is wrong with the rows of a table, said at once.</summary>
internal static class Findings
{
    /// <exception cref="StageException">There are findings (exit code 1).</exception>
    public static void RequireNone(CuratedTable table, IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw StageException.DataFailed(
                $"'{table.Transform.File}' gives what '{table.Metadata.File}' does not allow: {string.Join("; ", findings)}. Correct the SQL, or the metadata. Nothing is committed.");
        }
    }
}
