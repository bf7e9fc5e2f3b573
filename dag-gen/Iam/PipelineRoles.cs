using Slipstream.DagGen.Model;
using Slipstream.Iam.Compilation;

namespace Slipstream.DagGen.Iam;

/// <summary>All roles of a pipeline, with their policies.</summary>
internal static class PipelineRoles
{
    /// <summary>The roles of a pipeline as it is in an environment: of each stage, and behind it those of its operator's actions.</summary>
    /// <param name="dag">The pipeline; without an account it has none.</param>
    /// <param name="contents">What folders of metadata say.</param>
    /// <exception cref="CapabilityException">A stage declares what no policy may hold.</exception>
    public static IReadOnlyList<PipelineRole> Of(Dag dag, CatalogContents contents)
    {
        if (dag.Account is not { } account)
        {
            return [];
        }

        var scope = new AwsScope(account.Partition, account.Region, account.Id, !account.WithoutBucketKeys);
        var compiler = new PolicyCompiler(scope, contents.Read);
        return [.. dag.Tasks.Where(task => task.Capabilities.Count > 0).SelectMany(task => Of(dag, task, compiler))];
    }

    private static IEnumerable<PipelineRole> Of(Dag dag, DagTask task, PolicyCompiler compiler)
    {
        yield return new PipelineRole(task, null, compiler.Compile(TaskIamRole.NameOf(dag, task), task.Capabilities)) { File = dag.PodNameOf(task) };
        foreach (var action in task.OperatorActions.Where(action => action.Capabilities.Count > 0))
        {
            yield return new PipelineRole(task, action, compiler.Compile(TaskIamRole.NameOf(dag, task, action), action.Capabilities))
            {
                File = $"{dag.PodNameOf(task)}.{action.Word}",
            };
        }
    }
}
