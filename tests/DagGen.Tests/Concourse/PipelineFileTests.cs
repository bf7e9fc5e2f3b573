using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Slipstream.DagGen.Concourse;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Concourse;

/// <summary><c>ci/pipeline.yml</c>.</summary>
public sealed partial class PipelineFileTests
{
    private static readonly string[] Stages = ["extract", "test-extract", "run-curated", "deploy-database"];

    private static Dag Shipped => new PostcodesExample().In(DeploymentEnvironment.Production());

    [Fact]
    public async Task Concourse_would_take_it() => Assert.Empty(PipelineShape.Faults(await ReadAsync(Shipped)));

    [Fact]
    public async Task The_shape_finds_what_concourse_would_refuse()
    {
        await WrongAsync(pipeline => pipeline["jobs"]![0]!.AsObject().Remove("plan"), "pipeline.jobs[0] lacks plan");
        await WrongAsync(pipeline => pipeline["jobs"]![0]!["plan"]![0]!["trigegr"] = true, "has the field 'trigegr'");
        await WrongAsync(pipeline => pipeline["jobs"]![0]!["plan"]![0]!["get"] = "nowhere", "no resource 'nowhere'");
        await WrongAsync(pipeline => pipeline["jobs"]![0]!["plan"]![1]!["config"]!.AsObject().Remove("platform"), "lacks platform");
        await WrongAsync(pipeline => pipeline["jobs"]![0]!["plan"]![1]!["config"]!["inputs"]![0]!["name"] = "nothing", "no step before gives 'nothing'");
        await WrongAsync(pipeline => pipeline["resources"]![0]!["type"] = 1, "type is no text");
        await WrongAsync(pipeline => pipeline["jobs"]![0]!["name"] = "Tests", "is no identifier");
    }

    [Fact]
    public async Task A_release_tag_builds_and_pushes_each_image_in_a_job_of_its_own()
    {
        var pipeline = await ReadAsync(Shipped);

        foreach (var stage in Stages)
        {
            var plan = Plan(pipeline, $"release-{stage}");
            Assert.Equal(("release", true), ((string?)plan[0]!["get"], (bool)plan[0]!["trigger"]!));
            var build = plan.First(step => (string?)step!["task"] == "build")!["config"]!["params"]!;
            Assert.Equal("((.:tag))", (string?)build["BUILD_ARG_GIT_TAG"]);
            Assert.True(File.Exists(Repository.Path(((string)build["DOCKERFILE"]!)["release/".Length..])));
            var put = plan[^1]!;
            Assert.Equal($"image-{stage}", (string?)put["put"]);
            Assert.Equal("release/.git/ref", (string?)put["params"]!["additional_tags"]);
            Assert.Equal($"slipstream/{stage}", (string?)Resource(pipeline, $"image-{stage}")["source"]!["repository"]);
        }
    }

    [Fact]
    public async Task No_image_is_pushed_before_its_bill_of_materials_is_kept_under_the_tag()
    {
        var pipeline = await ReadAsync(Shipped);

        foreach (var stage in Stages)
        {
            var plan = Plan(pipeline, $"release-{stage}");
            string[] steps = [.. plan.Select(step => (string?)step!["task"] ?? (string?)step["put"] ?? string.Empty)];
            Assert.Equal(["build", "bill", "keep-bill", $"image-{stage}"], steps[^4..]);
            Assert.True((bool)plan[^4]!["config"]!["params"]!["UNPACK_ROOTFS"]!);
            Assert.Contains($"--stage {stage} --tag \"$(cat .git/ref)\" --bill-of ../image/rootfs", (string)plan[^3]!["config"]!["run"]!["args"]![1]!, StringComparison.Ordinal);
            Assert.Equal($"s3://((bills.bucket))/((bills.folder))/((.:tag))/{stage}.cdx.json", (string?)plan[^2]!["config"]!["run"]!["args"]!.AsArray()[^1]);
        }
    }

    [Fact]
    public async Task The_dags_are_published_once_all_their_images_are()
    {
        var plan = Plan(await ReadAsync(Shipped), "publish-dags");

        Assert.Equal(Stages.Select(stage => $"release-{stage}"), plan[0]!["passed"]!.AsArray().Select(job => (string)job!));
    }

    [Fact]
    public async Task A_branch_pushes_nothing()
    {
        var pipeline = await ReadAsync(Shipped);

        Assert.All(Stages, stage => Assert.DoesNotContain(Plan(pipeline, $"build-{stage}"), step => step!["put"] is not null));
    }

    [Fact]
    public async Task A_change_of_anything_that_a_dockerfile_copies_builds_its_image()
    {
        var pipeline = await ReadAsync(Shipped);

        foreach (var stage in Stages)
        {
            var paths = Resource(pipeline, $"source-{stage}")["source"]!["paths"]!.AsArray().Select(path => (string)path!).ToList();
            Assert.All(paths, path => Assert.True(Path.Exists(Repository.Path(path.Split('/'))), path));
            var dockerfile = Repository.Path(((string)Plan(pipeline, $"build-{stage}")[^1]!["config"]!["params"]!["DOCKERFILE"]!)[$"source-{stage}/".Length..]);
            Assert.All(
                File.ReadLines(dockerfile).Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal))
                    .SelectMany(line => Option().Replace(line, string.Empty).Split(' ')[1..^1]),
                source => Assert.Contains(paths, path => source == path || source.StartsWith($"{path}/", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_pipeline_of_one_image_builds_that_one()
    {
        var pipeline = await ReadAsync(Shipped with { SingleImage = true, ImageRepository = "registry.example.com/team/postcodes" });

        Assert.Empty(PipelineShape.Faults(pipeline));
        Assert.Equal("registry.example.com/team/postcodes", (string?)Resource(pipeline, "image-slipstream")["source"]!["repository"]);
        Assert.Equal(["tests", "build-slipstream", "release-slipstream", "publish-dags"], pipeline["jobs"]!.AsArray().Select(job => (string)job!["name"]!));
    }

    [Fact]
    public async Task Two_registries_for_one_stage_are_two_jobs()
    {
        var pipeline = await ReadAsync(Shipped, Shipped with { Id = "another", ImageRepository = "registry.example.com/team" });

        Assert.Empty(PipelineShape.Faults(pipeline));
        Assert.Equal("registry.example.com/team/extract", (string?)Resource(pipeline, "image-extract-2")["source"]!["repository"]);
    }

    private static async Task WrongAsync(Action<JsonNode> change, string fault)
    {
        var pipeline = await ReadAsync(Shipped);
        change(pipeline);
        Assert.Contains(PipelineShape.Faults(pipeline), found => found.Contains(fault, StringComparison.Ordinal));
    }

    private static async Task<JsonNode> ReadAsync(params IEnumerable<Dag> dags) => (await Tool.ReadYamlAsync(PipelineFile.Of(dags).Text)).Single()!;

    private static JsonArray Plan(JsonNode pipeline, string job) => pipeline["jobs"]!.AsArray().First(each => (string)each!["name"]! == job)!["plan"]!.AsArray();

    private static JsonNode Resource(JsonNode pipeline, string name) => pipeline["resources"]!.AsArray().First(each => (string)each!["name"]! == name)!;

    [GeneratedRegex("--[a-z]+=[^ ]+ ")]
    private static partial Regex Option();
}
