using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Only a schedule with fixed times, and a day that it began, has runs to make up for.</summary>
internal sealed class CatchUpRule : IRule
{
    public string Code => "DG08";

    public IEnumerable<Breach> Check(Dag dag)
    {
        if (dag.CatchUp && dag.StartDate == default)
        {
            yield return new Breach("CatchUp", "Missed runs are to be made up for, but StartDate is not set. Say since when.");
        }

        if (dag.CatchUp && dag.Schedule is (ManualSchedule or AssetSchedule or PresetSchedule { Preset: Preset.Once or Preset.Continuous }))
        {
            yield return Breach.Warning("CatchUp", "The schedule has no fixed times, so that no run is ever missed. Remove CatchUp.");
        }
    }
}
