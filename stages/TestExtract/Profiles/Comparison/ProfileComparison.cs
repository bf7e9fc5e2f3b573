using Slipstream.Metadata;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>Compares the values of an object with those of the last accepted one, column by column, as the metadata ask for.</summary>
internal sealed class ProfileComparison(TableMetadata table)
{
    private const string Expected = "values like those of the last accepted object";

    /// <summary>Adds a finding for each column that moved, and says what did.</summary>
    public IReadOnlyList<Movement> Run(ProfileFile before, ProfileFile after, TimeSpan elapsed, Findings findings)
    {
        var earlier = before.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var now = after.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var movements = new List<Movement>();
        foreach (var column in table.DataColumns)
        {
            var policy = column.Drift.Profile ?? table.Drift.Profile;
            if (policy == DriftPolicy.Ignore || !earlier.TryGetValue(column.Name, out var was) || !now.TryGetValue(column.Name, out var isNow))
            {
                continue;
            }

            var severity = policy == DriftPolicy.Fail ? Severity.Failure : Severity.Warning;
            foreach (var movement in new ColumnComparison(was, isNow, column.Drift.Tolerance ?? table.Drift.Tolerance, elapsed).Run())
            {
                findings.Add(Rule.ProfileDrift, severity, column.Name, Expected, null, movement.ToString());
                movements.Add(movement);
            }
        }

        return movements;
    }
}
