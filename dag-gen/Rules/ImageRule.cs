using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Images are well written, fixed by a tag, and of the release that their containers are told they are.</summary>
internal sealed partial class ImageRule : IRule
{
    private const string TagVariable = "GIT_TAG";

    public string Code => "DG19";

    public IEnumerable<Breach> Check(Dag dag)
    {
        var stages = dag.Tasks.Where(task => task.Stage is not null).Select(task => NameOf(dag.ImageOf(task))).ToHashSet();
        return dag.Tasks.SelectMany(task => Check(dag, task, stages));
    }

    private static IEnumerable<Breach> Check(Dag dag, DagTask task, HashSet<string> stages)
    {
        var image = dag.ImageOf(task).ToString();
        var parts = Reference().Match(image);
        var tag = dag.GitTag.ToString();
        if (!parts.Success)
        {
            yield return new Breach(
                $"Tasks['{task.Id}'].Image",
                $"'{image}' is no image. Write the repository as 'registry/path', in lower case and without a scheme, and give the release a tag.");
        }
        else if (parts.Groups["tag"].Value == "latest")
        {
            yield return new Breach($"Tasks['{task.Id}'].Image", $"'{image}' is another image tomorrow. Name a release.");
        }
        else if (stages.Contains(parts.Groups["name"].Value) && parts.Groups["tag"].Value != tag)
        {
            yield return new Breach($"Tasks['{task.Id}'].Image", $"'{image}' is an image of this pipeline's stages, whose release is '{tag}'. Use that tag.");
        }

        if (task.Stage is not null && task.Environment.FirstOrDefault(variable => variable.Name == TagVariable) is { } told && told.Text != tag)
        {
            yield return new Breach(
                $"Tasks['{task.Id}'].Environment['{TagVariable}']", $"The container is told that it is '{told.Text}', but the image is '{tag}'. Leave the tag to the build.");
        }
    }

    private static string NameOf(ImageReference image) => Reference().Match(image.Text).Groups["name"].Value;

    // https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
    [GeneratedRegex(@"^(?<name>([a-z0-9]+([.-][a-z0-9]+)*(:[0-9]+)?/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*):(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127})(@sha256:[0-9a-f]{64})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();
}
