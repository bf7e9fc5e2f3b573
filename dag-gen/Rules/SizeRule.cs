using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow parses every file every few seconds: about half a second and 1.6 MB for a thousand tasks.</summary>
internal sealed class SizeRule : IRule
{
    private const int Comfortable = 100;
    private const int Most = 1000;

    public string Code => "DG32";

    public IEnumerable<Breach> Check(Dag dag)
    {
        var count = dag.Tasks.Count;
        if (count > Most)
        {
            yield return new Breach("Tasks", $"The DAG has {count} tasks, and Airflow's scheduler would stall on it. Split it into pipelines of at most {Most}.");
        }
        else if (count > Comfortable)
        {
            yield return Breach.Warning("Tasks", $"The DAG has {count} tasks. Above {Comfortable} the scheduler and its pages slow down: split it, or let a task do more.");
        }
    }
}
