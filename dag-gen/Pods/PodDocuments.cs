using System.Text;
using System.Text.Json;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Yaml;

namespace Slipstream.DagGen.Pods;

/// <summary>The pods of a pipeline as YAML, one document for each task.</summary>
internal static class PodDocuments
{
    public static string Of(Dag dag, Target target)
    {
        var text = new StringBuilder();
        foreach (var task in TaskOrder.Of(dag))
        {
            var pod = JsonSerializer.SerializeToNode(PodOf.Task(dag, task, target), PodJson.Default.V1Pod)!.AsObject();
            text.Append("---\n# ").Append(dag.FullIdOf(task).ReplaceLineEndings(" ")).Append('\n').Append(YamlWriter.Write(pod));
        }

        return text.ToString();
    }
}
