using System.Text;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Kubernetes refuses a pod whose annotations have bad keys, or are more than it stores.</summary>
internal sealed class AnnotationRule : IRule
{
    private const int MostBytes = 256 * 1024;

    public string Code => "DG21";

    public IEnumerable<Breach> Check(Dag dag) =>
    [
        .. Keys("Pod.Annotations", dag.Pod.Annotations, []),
        .. dag.Tasks.SelectMany(task => Keys($"Tasks['{task.Id}'].Annotations", task.Annotations, dag.Pod.Annotations)),
        .. from task in dag.Tasks
           let bytes = dag.Pod.Annotations.Concat(task.Annotations).Sum(one => Encoding.UTF8.GetByteCount(one.Key) + Encoding.UTF8.GetByteCount(one.Value))
           where bytes > MostBytes
           select new Breach($"Tasks['{task.Id}'].Annotations", $"The pod's annotations are {bytes} bytes, and Kubernetes stores {MostBytes}. Put long texts into a config map."),
    ];

    private static IEnumerable<Breach> Keys(string list, IReadOnlyList<Annotation> annotations, IReadOnlyList<Annotation> shared)
    {
        foreach (var (key, _) in annotations.Where(annotation => !Grammar.IsQualifiedName(annotation.Key)))
        {
            yield return new Breach($"{list}['{key}']", $"'{key}' is no annotation. Use at most 63 letters, digits, '-', '_' and '.', behind an optional 'domain/'.");
        }

        foreach (var twins in annotations.Concat(shared).GroupBy(annotation => annotation.Key).Where(group => group.Count() > 1))
        {
            yield return new Breach($"{list}['{twins.Key}']", $"Annotation '{twins.Key}' is given {twins.Count()} times. Give it once.");
        }
    }
}
