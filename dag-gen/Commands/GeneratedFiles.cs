using Slipstream.Contracts;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Concourse;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Commands;

/// <summary>All that is generated, in memory.</summary>
internal static class GeneratedFiles
{
    /// <summary>The files of pipelines as they are in production.</summary>
    /// <exception cref="ModelException">A pipeline breaks a rule: there are no files at all then.</exception>
    public static IReadOnlyList<DagFile> Make(IReadOnlyList<IPipeline> pipelines, Target target) =>
        Make(pipelines, target, warningsAreErrors: false, out _);

    /// <summary>The files of pipelines as they are in production, and what is to be said of them.</summary>
    /// <exception cref="ModelException">A pipeline breaks a rule: there are no files at all then.</exception>
    public static IReadOnlyList<DagFile> Make(IReadOnlyList<IPipeline> pipelines, Target target, bool warningsAreErrors, out Diagnostics warnings)
    {
        var models = pipelines.Select(pipeline => (Dag: pipeline.In(DeploymentEnvironment.Production()), Provenance: ProvenanceOf(pipeline))).ToList();
        warnings = RuleBook.Require([.. models.Select(model => model.Dag)], target, warningsAreErrors);
        return [.. models.Select(model => DagFile.Of(model.Dag, model.Provenance, target)), PipelineFile.Of(models.Select(model => model.Dag))];
    }

    // One type per file, named after it, in the folder of its namespace.
    private static Provenance ProvenanceOf(IPipeline pipeline)
    {
        var type = pipeline.GetType();
        var folder = type.Namespace!.Replace("Slipstream.DagGen", "dag-gen", StringComparison.Ordinal).Replace('.', '/');
        return new Provenance($"{folder}/{type.Name}.cs", GitTag.OfThisBuild);
    }
}
