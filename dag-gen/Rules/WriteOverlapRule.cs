using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>What one pipeline writes or deletes, no other does.</summary>
internal sealed class WriteOverlapRule : IFleetRule
{
    public string Code => "DG37";

    public IEnumerable<(Dag Dag, Breach Breach)> Check(IReadOnlyList<Dag> dags)
    {
        var folders = dags.Where(dag => dag.Account is not null).SelectMany(Changed)
            .DistinctBy(folder => (folder.Dag.Id, folder.Prefix))
            .OrderBy(folder => folder.Prefix.ToString(), StringComparer.Ordinal).ToList();

        // In this order a folder stands directly before all that lies in it.
        var around = new Stack<Folder>();
        foreach (var folder in folders)
        {
            while (around.Count > 0 && !around.Peek().Prefix.Contains(folder.Prefix))
            {
                around.Pop();
            }

            if (around.FirstOrDefault(outer => outer.Dag.Id != folder.Dag.Id) is { } outer)
            {
                yield return (folder.Dag, Breach.Warning(
                    folder.Member, $"'{folder.Prefix}' lies in '{outer.Prefix}', which '{outer.Dag.Id}' changes too. Give each pipeline its own folder, or each can hit the other's objects."));
            }

            around.Push(folder);
        }
    }

    private static IEnumerable<Folder> Changed(Dag dag) =>
        from task in dag.Tasks
        from capability in task.Capabilities.OfType<ObjectCapability>()
        where capability is WriteOnce or DeleteValidated
        select new Folder(dag, $"Tasks['{task.Id}'].Settings.{capability.Name}", capability.Prefix);

    private sealed record Folder(Dag Dag, string Member, S3Prefix Prefix);
}
