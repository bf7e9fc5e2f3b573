using System.Diagnostics;
using Slipstream.Contracts;
using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Running;

namespace Slipstream.DagGen.Containers;

/// <summary>The stages' images, run by podman or docker. The work folder has the same path inside and outside, so that paths in results and views hold.</summary>
/// <param name="Engine">The program's path.</param>
/// <param name="Repository">What stands before the images' names.</param>
/// <param name="Tag">Their tag.</param>
/// <param name="User">Whom they run as: user and group.</param>
internal sealed record ContainerPrograms(string Engine, string Repository, string Tag, string User) : IPrograms
{
    /// <summary>What <c>./build.sh images</c> puts before the images' names.</summary>
    public const string BuiltHere = "localhost/slipstream";

    // An image's own user, where whoever runs dag-gen is root.
    private const string ImageUser = "1000:1000";

    private const string Podman = "podman";

    private const UnixFileMode Everyone = (UnixFileMode)0b111_111_111;

    private static readonly string[] Engines = [Podman, "docker"];

    /// <summary>With the engine that is installed, as the user who asks.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static ContainerPrograms Find(string? path, string repository, string tag)
    {
        var folders = (path ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries);
        var engine = Engines.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        return new ContainerPrograms(engine ?? throw CommandException.NoEngine(), repository, tag, UserOfThisProcess());
    }

    /// <summary>The tag that <c>./build.sh images</c> gives to what is no release.</summary>
    public static string DevelopmentTag { get; } = $"{GitTag.OfThisBuild}-dev";

    public IReadOnlyList<string> CommandOf(PipelineRun run, DagTask task, IEnumerable<string> arguments)
    {
        var variables = TaskEnvironment.Of(run, task);
        var container = new ContainerRun
        {
            Image = $"{Repository}/{task.Image}:{Tag}",
            User = User,
            Network = ContainerRun.NetworkFor(variables),
            // Podman without root would show the work folder as root's.
            EngineOptions = Path.GetFileName(Engine) == Podman && User != ImageUser ? ["--userns=keep-id"] : [],
            Volumes = [$"{run.WorkFolder}:{run.WorkFolder}"],
            // The names alone: values may be secret, and everyone sees a command line.
            Variables = [.. variables.Keys],
            Arguments = [.. arguments],
        };
        return [Engine, .. container.Groups.SelectMany(group => group)];
    }

    public IReadOnlyDictionary<string, string> EnvironmentOf(IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> variables)
    {
        var environment = own.ToDictionary();
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return environment;
    }

    /// <summary>Gives the containers' user the folders to write to, where this process is root.</summary>
    public void Require(PipelineRun run, IReadOnlyList<DagTask> tasks)
    {
        if (User != ImageUser || OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var folder in DockerLines.LocalFolders.Append(Path.GetRelativePath(run.WorkFolder, run.Folder)))
        {
            var made = Directory.CreateDirectory(Path.Combine(run.WorkFolder, folder));
            made.UnixFileMode = Everyone;
        }
    }

    private static string UserOfThisProcess()
    {
        var (user, group) = (Ask("-u"), Ask("-g"));
        return user == "0" ? ImageUser : $"{user}:{group}";
    }

    private static string Ask(string option)
    {
        using var process = Process.Start(new ProcessStartInfo("id", [option]) { RedirectStandardOutput = true })!;
        var answer = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return answer;
    }
}
