using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Counts are not negative, and durations last at least a second.</summary>
internal sealed class LimitsRule : IRule
{
    public string Code => "DG12";

    public IEnumerable<Breach> Check(Dag dag) =>
    [
        .. Counts(dag).Where(count => count.Value < count.Least).Select(count =>
            new Breach(count.Member, $"{count.Member.Split('.')[^1]} is {count.Value}. Use {count.Least} or more.")),
        .. Durations(dag).Where(duration => !IsWhole(duration.Value)).Select(duration =>
            new Breach(duration.Member, $"'{duration.Value}' is not a whole number of seconds, and at least one. Correct it.")),
        .. Continuous(dag),
    ];

    private static IEnumerable<Breach> Continuous(Dag dag) => dag.Schedule is PresetSchedule { Preset: Preset.Continuous } && dag.MaxActiveRuns > 1
        ? [new Breach("MaxActiveRuns", $"A continuous schedule begins a run when the last has ended, but {dag.MaxActiveRuns} may be active. Use 1.")]
        : [];

    private static bool IsWhole(TimeSpan? duration) => duration is null || (duration >= TimeSpan.FromSeconds(1) && duration.Value.Ticks % TimeSpan.TicksPerSecond == 0);

    private static IEnumerable<(string Member, int? Value, int Least)> Counts(Dag dag) =>
    [
        ("Retries.Count", dag.Retries.Count, 0),
        ("MaxActiveRuns", dag.MaxActiveRuns, 1),
        ("MaxActiveTasks", dag.MaxActiveTasks, 1),
        .. from task in dag.Tasks
           from count in new (string Member, int? Value, int Least)[]
           {
               ("Retries.Count", task.Retries?.Count, 0),
               ("PoolSlots", task.PoolSlots, 1),
               ("MaxActiveTasksPerDag", task.MaxActiveTasksPerDag, 1),
           }
           select ($"Tasks['{task.Id}'].{count.Member}", count.Value, count.Least),
    ];

    private static IEnumerable<(string Member, TimeSpan? Value)> Durations(Dag dag) =>
    [
        ("RunTimeout", dag.RunTimeout),
        ("TaskTimeout", dag.TaskTimeout),
        ("Retries.Delay", dag.Retries.Delay),
        ("Retries.MaxDelay", dag.Retries.MaxDelay),
        ("Pod.StartupTimeout", dag.Pod.StartupTimeout),
        ("Schedule.Every", (dag.Schedule as IntervalSchedule)?.Every),
        .. from task in dag.Tasks
           from duration in new (string Member, TimeSpan? Value)[]
           {
               ("Timeout", task.Timeout),
               ("Retries.Delay", task.Retries?.Delay),
               ("Retries.MaxDelay", task.Retries?.MaxDelay),
           }
           select ($"Tasks['{task.Id}'].{duration.Member}", duration.Value),
    ];
}
