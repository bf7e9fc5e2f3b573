namespace Slipstream.Bench.Measuring;

/// <summary>Takes the time of work.</summary>
public static class Measure
{
    private const int Runs = 7;

    /// <summary>The middle one of several runs.</summary>
    public static async Task<Measurement> MedianAsync(Func<Task<Measurement>> work)
    {
        var all = new List<Measurement>();
        for (var i = 0; i < Runs; i++)
        {
            all.Add(await work());
        }

        return all.OrderBy(run => run.Seconds).ElementAt(Runs / 2) with { Megabytes = all.Max(run => run.Megabytes) };
    }

    public static Task<Measurement> OnceAsync(Func<Task<Measurement>> work) => work();

    /// <summary>The time of work in this process.</summary>
    public static async Task<Measurement> TimeAsync(Func<Task> work)
    {
        var (start, processors) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return new Measurement(TimeProvider.System.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processors).TotalSeconds);
    }
}
