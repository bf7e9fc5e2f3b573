using System.Diagnostics;
using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary>Podman, told what it must know where neither systemd nor a network of its own is to be had.</summary>
internal static class Containers
{
    private static readonly Lazy<string> Settings = new(WriteSettings);

    /// <summary>Runs podman to its end.</summary>
    /// <returns>Null if it is not installed.</returns>
    public static Task<ProgramResult?> TryPodmanAsync(params IEnumerable<string> arguments) =>
        InstalledProgram.RunAsync(Start("podman", arguments), string.Empty, TestContext.Current.CancellationToken);

    /// <summary>The same where it is there.</summary>
    public static async Task<ProgramResult> PodmanAsync(params IEnumerable<string> arguments) => (await TryPodmanAsync(arguments))!;

    /// <summary>Another program that calls podman.</summary>
    public static ProcessStartInfo Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments);
        start.Environment["CONTAINERS_CONF"] = Settings.Value;
        return start;
    }

    private static string WriteSettings()
    {
        var path = Repository.Path("artifacts", "images", "containers.conf");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, """
            [containers]
            default_ulimits = ["nofile=1024:1024", "nproc=1024:1024"]
            netns = "host"
            [engine]
            runtime = "runc"
            events_logger = "file"
            cgroup_manager = "cgroupfs"

            """);
        return path;
    }
}
