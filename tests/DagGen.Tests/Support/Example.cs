using System.Text;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines.Examples;
using Slipstream.DagGen.Rules;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>A pipeline for a target: its model and its file, or why there is none.</summary>
internal sealed record Example(Dag Dag, Target Target, GeneratedFile? File, string? Refusal)
{
    /// <summary>Every example for every target, and the models that try everything.</summary>
    public static IReadOnlyList<Example> All { get; } =
    [
        .. from target in Target.All
           from dag in ExamplePipelines.List.Select(example => example.In(Some.Environment) with { GitTag = Some.Tag })
               .Append(Some.HostileDag()).Append(Everything.For(target)).Append(Everything.OfKube2Iam())
           select Of(dag, target),
    ];

    public static IReadOnlyList<Example> Accepted { get; } = [.. All.Where(example => example.File is not null)];

    /// <summary>The golden file's name.</summary>
    public string Name => $"{Target}/{Dag.Id}{(File is null ? ".txt" : "_dag.py")}";

    public byte[] Bytes => File?.Bytes ?? Encoding.UTF8.GetBytes(Refusal + "\n");

    /// <summary>The releases of Airflow that the file must be executed with.</summary>
    public IReadOnlyList<int> Releases => Target == Target.Both ? [2, 3] : [Target == Target.Airflow3 ? 3 : 2];

    private static Example Of(Dag dag, Target target)
    {
        try
        {
            RuleBook.Require(dag, target);
            return new Example(dag, target, DagFile.Of(dag, Some.Provenance, target), null);
        }
        catch (ModelException exception)
        {
            return new Example(dag, target, null, exception.Message);
        }
    }
}
