using Slipstream.Contracts;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Commands;

/// <summary>All that is generated, in memory.</summary>
internal static class GeneratedFiles
{
    /// <summary>The files of all pipelines as they are in production.</summary>
    /// <exception cref="ModelException">A pipeline breaks a rule: there are no files at all then.</exception>
    public static IReadOnlyList<DagFile> Make(IReadOnlyList<IPipeline> pipelines)
    {
        var models = pipelines.Select(pipeline => (Dag: pipeline.In(DeploymentEnvironment.Production()), Provenance: ProvenanceOf(pipeline))).ToList();
        RuleBook.Require([.. models.Select(model => model.Dag)]);
        return [.. models.Select(model => DagFile.Of(model.Dag, model.Provenance))];
    }

    // One type per file, named after it.
    private static Provenance ProvenanceOf(IPipeline pipeline) => new($"dag-gen/Pipelines/{pipeline.GetType().Name}.cs", GitTag.OfThisBuild);
}
