using Slipstream.Contracts.Capabilities;
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

        var scope = new AwsScope(account.Partition, account.Region, account.Id, !account.WithoutBucketKeys, account.EnforceWriteOnce);
        var compiler = new PolicyCompiler(scope, contents.Read);
        var tasks = dag.Tasks.Where(task => task.Capabilities.Count > 0).ToList();
        return dag.OneRole && tasks.Count > 0 ? [Merged(), .. tasks.SelectMany(Operators)] : [.. tasks.SelectMany(task => Operators(task).Prepend(Own(task)))];

        PipelineRole Merged() =>
            Role(tasks[0], null, TaskIamRole.NameOf(dag, tasks[0]), MergedRole.File, [.. tasks.SelectMany(task => task.Capabilities).Distinct()]) with
            {
                Merged = new MergedRole([.. tasks.Select(task => (task, compiler.Compile(task.Id, task.Capabilities)))]),
            };

        PipelineRole Own(DagTask task) => Role(task, null, TaskIamRole.NameOf(dag, task), dag.PodNameOf(task), task.Capabilities);

        IEnumerable<PipelineRole> Operators(DagTask task) =>
        [
            .. from action in task.OperatorActions
               where action.Capabilities.Count > 0
               select Role(task, action, TaskIamRole.NameOf(dag, task, action), $"{dag.PodNameOf(task)}.{action.Word}", action.Capabilities),
        ];

        PipelineRole Role(DagTask task, OperatorRights? action, string name, string file, IReadOnlyList<Capability> capabilities) => new(task, action, compiler.Compile(name, capabilities))
        {
            File = file,
            Declaration = DeclarationHash.Of(scope, capabilities, contents.Read),
            EnforcesWriteOnce = scope.EnforceWriteOnce,
        };
    }
}
