using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Images are well written, and of the release that their containers are told they are.</summary>
internal sealed partial class ImageRule : IRule
{
    private const string TagVariable = "GIT_TAG";

    public string Code => "DG19";

    public IEnumerable<Breach> Check(Dag dag) => dag.Tasks.SelectMany(task => Check(dag, task));

    private static IEnumerable<Breach> Check(Dag dag, DagTask task)
    {
        var image = dag.ImageOf(task).ToString();
        if (!Grammar().IsMatch(image))
        {
            yield return new Breach(
                $"Tasks['{task.Id}'].Image",
                $"'{image}' is no image. Write the repository as 'registry/path', in lower case and without a scheme, and give the release a tag.");
        }

        if (task.Environment.FirstOrDefault(variable => variable.Name == TagVariable) is { } tag && task.Stage is not null && tag.Text != dag.GitTag.ToString())
        {
            yield return new Breach(
                $"Tasks['{task.Id}'].Environment['{TagVariable}']",
                $"The container is told that it is '{tag.Text}', but the image is '{dag.GitTag}'. Leave the tag to the build.");
        }
    }

    // https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
    [GeneratedRegex(@"^[a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)+:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}\z")]
    private static partial Regex Grammar();
}
