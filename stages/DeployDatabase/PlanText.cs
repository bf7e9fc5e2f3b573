using System.Globalization;
using Slipstream.Catalog;

namespace Slipstream.Stages.DeployDatabase;

/// <summary>A plan as a person reviews it: a line for each table, and below it what differs. Long lists are cut; PLAN_PATH has them whole.</summary>
internal static class PlanText
{
    private const int MostShown = 100;

    public static IEnumerable<string> Lines(ICatalogPlan plan) =>
    [
        .. plan.DatabaseDifferences.Select(difference => difference.ToString()),
        .. plan.Changes.SelectMany(Lines),
    ];

    private static IEnumerable<string> Lines(TableChange change)
    {
        yield return change.ToString();
        foreach (var difference in change.Differences.Take(MostShown))
        {
            yield return $"    {difference}";
        }

        if (change.Differences.Count > MostShown)
        {
            yield return $"    … and {(change.Differences.Count - MostShown).ToString(CultureInfo.InvariantCulture)} more";
        }
    }
}
