using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Slipstream.Testing;

namespace Slipstream.Bench.Measuring;

/// <summary>A stage as a user runs it: a process with an environment.</summary>
public static class TimedProcess
{
    /// <summary>The release that the stages were built as.</summary>
    public static string GitTag { get; } = "v" + XDocument.Load(Repository.Path("Directory.Build.props")).Descendants("Version").First().Value;

    /// <summary>The program of a stage as <c>dotnet build</c> makes it, and <c>./build.sh run</c> runs it.</summary>
    public static string Built(string stage) => Repository.Path("artifacts", "bin", stage, "release", stage);

    /// <summary>The program of a stage as it is in its image; published first, which takes half a minute.</summary>
    /// <param name="stage">The name of its program.</param>
    /// <param name="project">The folder of its project, below <c>stages/</c>.</param>
    public static async Task<string> PublishAsync(string stage, string project)
    {
        var start = new ProcessStartInfo("dotnet", ["publish", Repository.Path("stages", project), "--configuration", "Release", "--nologo", "--verbosity", "quiet"]);
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Repository.Path("artifacts", "publish", stage, "release_linux-x64", stage)
            : throw new InvalidOperationException($"{stage} cannot be published: dotnet ended with {process.ExitCode}.");
    }

    /// <summary>Runs a program to its end, which must be a good one.</summary>
    /// <param name="program">Its file.</param>
    /// <param name="folder">Where the measurement may be written to.</param>
    /// <param name="environment">The stage's variables.</param>
    /// <param name="arguments">What follows the program's name.</param>
    public static async Task<Measurement> RunAsync(
        string program, TemporaryFolder folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var usage = folder.File("usage");
        var start = new ProcessStartInfo("/usr/bin/time", ["-o", usage, "-f", "%e %U %S %M", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Read(await File.ReadAllTextAsync(usage))
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {string.Concat(output)}");
    }

    // Seconds by the clock, of the process and of the system for it, and kilobytes.
    private static Measurement Read(string usage)
    {
        var numbers = usage.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return new Measurement(numbers[0], numbers[1] + numbers[2], (long)numbers[3] / 1024);
    }
}
