using Slipstream.Contracts;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Commands;

/// <summary>All that is generated, in memory.</summary>
internal static class GeneratedFiles
{
    /// <summary>The files of pipelines as they are in production.</summary>
    /// <exception cref="ModelException">A pipeline breaks a rule, or says what the target cannot do: there are no files at all then.</exception>
    public static IReadOnlyList<DagFile> Make(IReadOnlyList<IPipeline> pipelines, Target target)
    {
        var models = pipelines.Select(pipeline => (Dag: pipeline.In(DeploymentEnvironment.Production()), Provenance: ProvenanceOf(pipeline))).ToList();
        List<Dag> dags = [.. models.Select(model => model.Dag)];
        RuleBook.Require(dags);
        Availability.Require(dags, target);
        return [.. models.Select(model => DagFile.Of(model.Dag, model.Provenance, target))];
    }

    // One type per file, named after it, in the folder of its namespace.
    private static Provenance ProvenanceOf(IPipeline pipeline)
    {
        var type = pipeline.GetType();
        var folder = type.Namespace!.Replace("Slipstream.DagGen", "dag-gen", StringComparison.Ordinal).Replace('.', '/');
        return new Provenance($"{folder}/{type.Name}.cs", GitTag.OfThisBuild);
    }
}
