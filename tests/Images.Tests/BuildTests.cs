using System.Text.Json.Nodes;
using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary><c>./build.sh images</c> with a real engine.</summary>
[Trait("lane", "slow")]
public sealed class BuildTests(BuiltImages images) : IDisposable
{
    private static readonly string Tag = Contracts.GitTag.OfThisBuild.ToString();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_images_are_built_and_marked_as_a_development_build()
    {
        await images.RequireAsync();

        Assert.StartsWith($"A development build, {Tag}-dev, with ", images.Output, StringComparison.Ordinal);
        Assert.All(BuiltImages.Names, name => Assert.Contains($"built  {BuiltImages.ReferenceOf(name)}  ", images.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_release_from_another_folder_has_the_same_programs_and_is_pushed_under_its_tag()
    {
        await images.RequireAsync();
        await using var registry = await Registry.StartAsync();
        var commit = await CopyOfCheckout.MakeAsync(_folder.Path, Tag);
        string[] release = ["--stage", "extract", "--tag", Tag, "--registry", $"{registry.Host}/slipstream", "--push"];

        var output = await BuiltImages.BuildInAsync(_folder.Path, release);

        var pushed = $"{registry.Host}/slipstream/extract:{Tag}";
        Assert.StartsWith($"Release {Tag}, with ", output, StringComparison.Ordinal);
        Assert.Equal([Tag], await registry.TagsAsync("slipstream/extract"));
        var image = JsonNode.Parse((await Containers.PodmanAsync("image", "inspect", pushed)).Out)![0]!;
        Assert.Equal((Tag, commit), ((string?)image["Labels"]!["org.opencontainers.image.version"], (string?)image["Labels"]!["org.opencontainers.image.revision"]));
        var (digest, id) = await registry.ManifestAsync("slipstream/extract", Tag);
        Assert.Contains($"pushed {pushed}  {digest}  ", output, StringComparison.Ordinal);
        Assert.Equal((string?)image["Id"], id);
        Assert.Equal(await ImageFiles.OfAsync(BuiltImages.ReferenceOf("extract")), await ImageFiles.OfAsync(pushed));

        // What is no release any more does not reach the registry.
        _folder.Write("meta_data/raw/another.json", "{}");
        var refusal = await BuiltImages.RefusalInAsync(_folder.Path, release);
        Assert.Contains("something is not committed", refusal, StringComparison.Ordinal);
        Assert.Equal(digest, (await registry.ManifestAsync("slipstream/extract", Tag)).Digest);
    }

    [Fact]
    public async Task A_second_build_of_what_is_published_gives_the_same_image()
    {
        await images.RequireAsync();

        var id = await IdAsync("localhost/slipstream");
        await BuiltImages.BuildInAsync(Repository.Root, "--stage", "test-extract", "--registry", "localhost/slipstream-again");

        Assert.Equal(id, await IdAsync("localhost/slipstream-again"));
    }

    private static async Task<string> IdAsync(string registry)
    {
        var result = await Containers.PodmanAsync("image", "inspect", "--format", "{{.Id}}", $"{registry}/test-extract:{Tag}-dev");
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Out.Trim();
    }
}
