using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Slipstream.DagGen.Concourse;

/// <summary>What the jobs get and put: https://concourse-ci.org/docs/resources/</summary>
internal static partial class Resources
{
    /// <summary>The newest commit of the branch that the pipeline was set for.</summary>
    public const string Source = "source";

    /// <summary>The newest release tag.</summary>
    public const string Release = "release";

    public static string SourceOf(StageImage image) => $"source-{image.Name}";

    public static string ImageOf(StageImage image) => $"image-{image.Name}";

    public static JsonArray Of(IReadOnlyList<StageImage> images) => new(
    [
        Git(Source, new JsonObject { ["branch"] = "((branch))" }),
        Git(Release, new JsonObject { ["tag_filter"] = "v*" }),
        .. images.Select(image => Git(SourceOf(image), new JsonObject { ["branch"] = "((branch))", ["paths"] = Nodes.Texts(image.Paths) })),
        .. images.Select(Image),
    ]);

    private static JsonObject Git(string name, JsonObject more)
    {
        var source = new JsonObject { ["uri"] = "((repository.uri))", ["private_key"] = "((repository.private_key))" };
        foreach (var (key, value) in more)
        {
            source[key] = value?.DeepClone();
        }

        return new JsonObject { ["name"] = name, ["type"] = "git", ["source"] = source };
    }

    // Amazon's registry is that of the keys' account; its passwords are the resource's own business: https://github.com/concourse/registry-image-resource
    private static JsonObject Image(StageImage image)
    {
        var source = ElasticContainerRegistry().Match(image.Repository) is { Success: true } match
            ? new JsonObject
            {
                ["repository"] = match.Groups["path"].Value,
                ["aws_region"] = match.Groups["region"].Value,
                ["aws_access_key_id"] = "((registry.access_key_id))",
                ["aws_secret_access_key"] = "((registry.secret_access_key))",
            }
            : new JsonObject { ["repository"] = image.Repository, ["username"] = "((registry.username))", ["password"] = "((registry.password))" };
        return new JsonObject { ["name"] = ImageOf(image), ["type"] = "registry-image", ["source"] = source };
    }

    [GeneratedRegex(@"^\d{12}\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com/(?<path>.+)$")]
    private static partial Regex ElasticContainerRegistry();
}
