using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary><c>./build.sh images</c> with a real engine.</summary>
[Trait("lane", "slow")]
public sealed class BuildTests(BuiltImages images)
{
    [Fact]
    public void All_images_are_built_and_marked_as_a_development_build()
    {
        images.Require();

        Assert.StartsWith($"A development build, {Contracts.GitTag.OfThisBuild}-dev, with ", images.Output, StringComparison.Ordinal);
        Assert.All(BuiltImages.Names, name => Assert.Contains($"built  {BuiltImages.ReferenceOf(name)}  ", images.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_build_from_nothing_gives_the_same_image()
    {
        images.Require();
        Directory.Delete(Repository.Path("artifacts", "obj", "extract", "release_linux-x64"), recursive: true);

        await BuiltImages.BuildAsync("--stage", "extract", "--registry", "localhost/slipstream-again");

        Assert.Equal(await IdAsync("localhost/slipstream"), await IdAsync("localhost/slipstream-again"));
    }

    private static async Task<string> IdAsync(string registry)
    {
        var result = await Containers.PodmanAsync("image", "inspect", "--format", "{{.Id}}", $"{registry}/extract:{Contracts.GitTag.OfThisBuild}-dev");
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Out.Trim();
    }
}
