using System.Runtime.Versioning;
using Slipstream.Contracts;
using Slipstream.Testing;

[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Slipstream.Images.Tests.BuiltImages))]

namespace Slipstream.Images.Tests;

/// <summary>The five images of this checkout, built once for all tests; where nothing can build or run them the tests are skipped, and say why.</summary>
public sealed class BuiltImages : IAsyncLifetime
{
    private string? _whyNot;

    public static IReadOnlyList<string> Names { get; } = ["deploy-database", "extract", "run-curated", "slipstream", "test-extract"];

    /// <summary>The names as the test framework takes them.</summary>
    public static TheoryData<string> All => [.. Names];

    /// <summary>What the build has said.</summary>
    public string Output { get; private set; } = string.Empty;

    public static string ReferenceOf(string name) => $"localhost/slipstream/{name}:{GitTag.OfThisBuild}-dev";

    public async ValueTask InitializeAsync()
    {
        var info = await Containers.TryPodmanAsync("info");
        _whyNot = info switch
        {
            null => "podman is not installed.",
            { ExitCode: not 0 } => $"podman does not work here: {info.Error}",
            _ => null,
        };
        if (_whyNot is null)
        {
            Output = await BuildInAsync(Repository.Root);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Skips a test where there are no images.</summary>
    public void Require() => Assert.SkipWhen(_whyNot is not null, _whyNot ?? string.Empty);

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

    private static async Task<(int ExitCode, string Output, string Error)> RunInAsync(string root, string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await ImagesCommand.RunAsync(output, error, root, args, CancellationToken.None);
        return (exitCode, output.ToString(), error.ToString());
    }
}
