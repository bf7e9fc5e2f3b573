using System.Runtime.Versioning;
using Slipstream.Contracts;
using Slipstream.Testing;

[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Slipstream.Images.Tests.BuiltImages))]

namespace Slipstream.Images.Tests;

/// <summary>The five images of this checkout, built once for all tests; where nothing can build or run them the tests are skipped, and say why.</summary>
public sealed class BuiltImages
{
    private readonly Lazy<Task<string?>> _whyNot;

    /// <summary>Nothing is built yet.</summary>
    public BuiltImages() => _whyNot = new(BuildAsync);

    public static IReadOnlyList<string> Names { get; } = ["deploy-database", "extract", "run-curated", "slipstream", "test-extract"];

    /// <summary>The names as the test framework takes them.</summary>
    public static TheoryData<string> All => [.. Names];

    /// <summary>What the build has said.</summary>
    public string Output { get; private set; } = string.Empty;

    public static string ReferenceOf(string name) => $"localhost/slipstream/{name}:{GitTag.OfThisBuild}-dev";

    /// <summary>Waits for the images, which the first test that needs them has built; skips the test where there can be none.</summary>
    public async Task RequireAsync()
    {
        var whyNot = await _whyNot.Value;
        Assert.SkipWhen(whyNot is not null, whyNot ?? string.Empty);
    }

    /// <summary>Runs <c>./build.sh images</c>'s program in a checkout, which must succeed.</summary>
    public static async Task<string> BuildInAsync(string root, params string[] args)
    {
        var (exitCode, output, error) = await RunInAsync(root, args);
        Assert.True(exitCode == 0, $"exit code {exitCode}: {error}");
        return output;
    }

    /// <summary>The same where it must be refused.</summary>
    public static async Task<string> RefusalInAsync(string root, params string[] args)
    {
        var (exitCode, _, error) = await RunInAsync(root, args);
        Assert.Equal(2, exitCode);
        return error;
    }

    // Why there are no images; null if they are there.
    private async Task<string?> BuildAsync()
    {
        var info = await Containers.TryPodmanAsync("info");
        if (info is not { ExitCode: 0 })
        {
            return info is null ? "podman is not installed." : $"podman does not work here: {info.Error}";
        }

        Output = await BuildInAsync(Repository.Root);
        return null;
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunInAsync(string root, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await ImagesCommand.RunAsync(output, error, root, args, CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }
}
