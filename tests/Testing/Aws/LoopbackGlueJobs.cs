using System.Globalization;
using System.Text.Json.Nodes;

namespace Slipstream.Testing.Aws;

/// <summary>The jobs of the loopback AWS: a run goes through the states that a test gives its job, one with each look.</summary>
public sealed class LoopbackGlueJobs
{
    private readonly Dictionary<string, string[]> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Job, int Looks)> _runs = new(StringComparer.Ordinal);

    public void Add(string job, params string[] states) => _jobs[job] = states;

    internal JsonObject Do(AwsCall call)
    {
        var job = (string)call.Body["JobName"]!;
        var states = _jobs.GetValueOrDefault(job) ?? throw AwsRefusalException.Missing($"Job {job} not found.");
        return call.Operation switch
        {
            "StartJobRun" => Start(job),
            "GetJobRun" => Look(job, (string)call.Body["RunId"]!, states),
            _ => Stop(call.Body["JobRunIds"]!.AsArray()),
        };
    }

    private JsonObject Start(string job)
    {
        var run = string.Create(CultureInfo.InvariantCulture, $"jr_{_runs.Count + 1}");
        _runs[run] = (job, 0);
        return new JsonObject { ["JobRunId"] = run };
    }

    private JsonObject Look(string job, string run, string[] states)
    {
        var looks = Find(run).Looks;
        _runs[run] = (job, looks + 1);
        return new JsonObject
        {
            ["JobRun"] = new JsonObject { ["Id"] = run, ["JobName"] = job, ["JobRunState"] = states[Math.Min(looks, states.Length - 1)], ["ExecutionTime"] = looks },
        };
    }

    private JsonObject Stop(JsonArray runs)
    {
        var unknown = runs.Select(run => (string)run!).Where(run => !_runs.ContainsKey(run)).Select(run => (JsonNode)new JsonObject
        {
            ["JobRunId"] = run,
            ["ErrorDetail"] = AwsRefusalException.Missing($"Job run {run} not found.").ToDetail(),
        });
        return new JsonObject { ["Errors"] = new JsonArray([.. unknown]) };
    }

    private (string Job, int Looks) Find(string run) => _runs.TryGetValue(run, out var found) ? found : throw AwsRefusalException.Missing($"Job run {run} not found.");
}
