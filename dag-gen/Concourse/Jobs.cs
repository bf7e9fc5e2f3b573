using System.Text.Json.Nodes;

namespace Slipstream.DagGen.Concourse;

/// <summary>What is done, and when: https://concourse-ci.org/docs/jobs/</summary>
internal static class Jobs
{
    public static JsonArray Of(IReadOnlyList<StageImage> images) => new(
    [
        Job("tests", Get(Resources.Source), Tasks.TestAll(Resources.Source)),
        .. images.Select(Branch),
        .. images.Select(Release),
        Job("publish-dags", Get(Resources.Release, images.Select(ReleaseJob)), Tasks.PublishDags(Resources.Release)),
    ]);

    // A branch: only what has changed is tested and built, and nothing is pushed.
    private static JsonObject Branch(StageImage image)
    {
        var source = Resources.SourceOf(image);
        return Job($"build-{image.Name}",
        [
            Get(source),
            .. image.HoldsAllStages ? Array.Empty<JsonObject>() : [Tasks.TestStage(image, source)],
            Tasks.Build(image, source, isUnpacked: false, []),
        ]);
    }

    // A release: the tag of git is that of the image.
    private static JsonObject Release(StageImage image) => Job(ReleaseJob(image),
        Get(Resources.Release),
        Tasks.CheckTag(Resources.Release),
        Load("tag", "ref"),
        Load("revision", "HEAD"),
        Tasks.Build(image, Resources.Release, isUnpacked: true, [("GIT_TAG", "((.:tag))"), ("REVISION", "((.:revision))"), ("SOURCE", "((repository.uri))")]),
        Tasks.WriteBill(image, Resources.Release),
        Tasks.KeepBill(image),
        new JsonObject
        {
            ["put"] = Resources.ImageOf(image),
            ["params"] = new JsonObject { ["image"] = "image/image.tar", ["additional_tags"] = $"{Resources.Release}/.git/ref" },
            ["get_params"] = new JsonObject { ["skip_download"] = true },
        });

    private static string ReleaseJob(StageImage image) => $"release-{image.Name}";

    private static JsonObject Get(string resource) => new() { ["get"] = resource, ["trigger"] = true };

    private static JsonObject Get(string resource, IEnumerable<string> passed)
    {
        var step = Get(resource);
        step["passed"] = Nodes.Texts(passed);
        return step;
    }

    private static JsonObject Load(string variable, string file) =>
        new() { ["load_var"] = variable, ["file"] = $"{Resources.Release}/.git/{file}", ["format"] = "trim" };

    private static JsonObject Job(string name, params IEnumerable<JsonObject> plan) => new() { ["name"] = name, ["plan"] = Nodes.List(plan) };
}
