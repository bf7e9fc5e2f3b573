using Slipstream.Contracts;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Concourse;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Commands;

/// <summary>All that is generated, in memory.</summary>
internal static class GeneratedFiles
{
    /// <summary>The files about pipelines as they are in production, of every kind; what is to be said of them is written to the terminal.</summary>
    /// <exception cref="ModelException">A pipeline or a policy breaks a rule: there are no files at all then.</exception>
    public static async Task<IReadOnlyList<GeneratedFile>> AllAsync(Terminal terminal, IReadOnlyList<IPipeline> pipelines, Target target, bool warningsAreErrors)
    {
        // Side by side, because a person waits; what is wrong is said in one order all the same.
        var roles = Task.Run(() => (Files: Roles(pipelines, terminal.CurrentDirectory, warningsAreErrors, out var found), Found: found));
        var builds = Task.Run(() => Builds(pipelines));
        var dags = Dags(pipelines, target, warningsAreErrors, out var found);
        await CommandLine.WarnAsync(terminal, found);
        await CommandLine.WarnAsync(terminal, (await roles).Found);
        return [.. dags, .. (await roles).Files, await builds];
    }

    /// <summary>The DAG files of pipelines as they are in production.</summary>
    /// <exception cref="ModelException">A pipeline breaks a rule: there are no files at all then.</exception>
    public static IReadOnlyList<GeneratedFile> Dags(IReadOnlyList<IPipeline> pipelines, Target target) =>
        Dags(pipelines, target, warningsAreErrors: false, out _);

    /// <summary>The DAG files of pipelines as they are in production, and what is to be said of them.</summary>
    /// <exception cref="ModelException">A pipeline breaks a rule: there are no files at all then.</exception>
    public static IReadOnlyList<GeneratedFile> Dags(IReadOnlyList<IPipeline> pipelines, Target target, bool warningsAreErrors, out Diagnostics warnings)
    {
        var models = pipelines.Select(pipeline => (Dag: DeploymentEnvironment.Production().Make(pipeline), Provenance: ProvenanceOf(pipeline))).ToList();
        warnings = RuleBook.Require([.. models.Select(model => model.Dag)], target, warningsAreErrors);
        return [.. models.Select(model => DagFile.Of(model.Dag, model.Provenance, target))];
    }

    /// <summary>The files about the roles of pipelines as they are in production, and what is to be said of them.</summary>
    /// <param name="pipelines">They keep the rules of <see cref="Dags(IReadOnlyList{IPipeline}, Target)"/>.</param>
    /// <param name="root">The folder that relative paths of metadata start at.</param>
    /// <param name="warningsAreErrors">Whether nothing may be left to say.</param>
    /// <param name="warnings">What is to be said.</param>
    /// <exception cref="ModelException">A policy breaks a rule: there are no files at all then.</exception>
    public static IReadOnlyList<GeneratedFile> Roles(IReadOnlyList<IPipeline> pipelines, string root, bool warningsAreErrors, out Diagnostics warnings)
    {
        var contents = new CatalogContents(root);
        var dags = pipelines.Select(DeploymentEnvironment.Production().Make).ToList();
        var models = InParallel(dags, dag => (Dag: dag, Roles: PipelineRoles.Of(dag, contents)));
        warnings = RuleBook.Require(models, warningsAreErrors);
        return [.. InParallel(models, model => IamFiles.Of(model.Dag, model.Roles)).SelectMany(files => files)];
    }

    /// <summary>What builds the images that the DAGs of pipelines run, and publishes the DAGs.</summary>
    public static GeneratedFile Builds(IReadOnlyList<IPipeline> pipelines) =>
        PipelineFile.Of(pipelines.Select(DeploymentEnvironment.Production().Make));

    // What goes wrong is said as if one came after the other: the first of it.
    private static List<TResult> InParallel<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        try
        {
            return items.Count == 1 ? [work(items[0])] : [.. items.AsParallel().AsOrdered().Select(work)];
        }
        catch (AggregateException)
        {
            return [.. items.Select(work)];
        }
    }

    // One type per file, named after it, in the folder of its namespace.
    private static Provenance ProvenanceOf(IPipeline pipeline)
    {
        var type = pipeline.GetType();
        var folder = type.Namespace!.Replace("Slipstream.DagGen", "dag-gen", StringComparison.Ordinal).Replace('.', '/');
        return new Provenance($"{folder}/{type.Name}.cs", GitTag.OfThisBuild);
    }
}
