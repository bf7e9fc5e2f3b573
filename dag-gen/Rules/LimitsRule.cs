using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Counts are not negative, and durations last at least a second.</summary>
internal sealed class LimitsRule : IRule
{
    public string Code => "DG12";

    public IEnumerable<Breach> Check(Dag dag)
    {
        if (dag.Retries.Count < 0)
        {
            yield return new Breach("Retries.Count", $"Retries are {dag.Retries.Count}. Use 0 for none.");
        }

        if (dag.MaxActiveRuns < 1)
        {
            yield return new Breach("MaxActiveRuns", $"At most {dag.MaxActiveRuns} runs may be active, so none ever starts. Use 1 or more.");
        }

        foreach (var (member, duration) in Durations(dag))
        {
            if (duration < TimeSpan.FromSeconds(1) || duration.Ticks % TimeSpan.TicksPerSecond != 0)
            {
                yield return new Breach(member, $"'{duration}' is not a whole number of seconds, and at least one. Correct it.");
            }
        }
    }

    private static IEnumerable<(string Member, TimeSpan Duration)> Durations(Dag dag) =>
    [
        ("RunTimeout", dag.RunTimeout),
        ("TaskTimeout", dag.TaskTimeout),
        ("Retries.Delay", dag.Retries.Delay),
        ("Retries.MaxDelay", dag.Retries.MaxDelay),
        ("Pod.StartupTimeout", dag.Pod.StartupTimeout),
    ];
}
