using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipstream.Images.Building;

/// <summary>What builds images here: podman, docker or buildah, which understand the same words.</summary>
internal sealed partial class Engine(Shell shell, string program)
{
    // Each is asked something that needs it to work, not only to be there.
    private static readonly (string Program, string[] Question)[] Known =
        [("podman", ["info"]), ("docker", ["info"]), ("buildah", ["info"])];

    public string Name => program;

    /// <exception cref="ImagesException">There is none.</exception>
    public static async Task<Engine> FindAsync(Shell shell)
    {
        var answers = new List<string>();
        foreach (var (program, question) in Known)
        {
            var (exitCode, _, error) = await shell.TryAsync(program, question);
            if (exitCode == 0)
            {
                return new Engine(shell, program);
            }

            answers.Add($"{program} says '{error.Trim().Split('\n')[^1]}'");
        }

        throw ImagesException.NoEngine(answers);
    }

    /// <summary>Builds an image and gives its id.</summary>
    /// <param name="dockerfile">From the root of the repository.</param>
    /// <param name="context">The same.</param>
    /// <param name="image">Its name.</param>
    /// <param name="time">Of all that is in it, in Unix seconds.</param>
    /// <param name="arguments">Of the Dockerfile.</param>
    public async Task<string> BuildAsync(string dockerfile, string context, string image, long time, IReadOnlyDictionary<string, string> arguments)
    {
        var seconds = time.ToString(CultureInfo.InvariantCulture);
        string[] epoch = program == "docker" ? ["--build-arg", $"SOURCE_DATE_EPOCH={seconds}"] : ["--timestamp", seconds, "--format", "oci"];
        await shell.RunAsync(program,
        [
            "build", "--no-cache", .. epoch, "--file", dockerfile, "--tag", image,
            .. arguments.SelectMany(argument => new[] { "--build-arg", $"{argument.Key}={argument.Value}" }), context,
        ]);
        string[] inspect = program == "buildah" ? ["inspect", "--type", "image", "--format", "{{.FromImageID}}"] : ["image", "inspect", "--format", "{{.Id}}"];
        var id = await shell.RunAsync(program, [.. inspect, image]);
        return id.Trim().Replace("sha256:", string.Empty, StringComparison.Ordinal);
    }

    /// <summary>Pushes an image and gives the digest under which the registry has it: that of its manifest, whose layers are compressed.</summary>
    /// <param name="image">Its name.</param>
    /// <param name="file">Where the digest is written to.</param>
    public async Task<string> PushAsync(string image, string file)
    {
        if (program == "docker")
        {
            var said = await shell.RunAsync(program, "push", image);
            await File.WriteAllTextAsync(file, Digest().Match(said).Value);
        }
        else
        {
            await shell.RunAsync(program, ["push", .. HasPlainHttp(image) ? ["--tls-verify=false"] : Array.Empty<string>(), "--digestfile", file, image]);
        }

        return (await File.ReadAllTextAsync(file)).Trim();
    }

    // As docker has it: a registry on this machine needs no certificate, any other does.
    private static bool HasPlainHttp(string image) => Uri.TryCreate($"http://{image}", UriKind.Absolute, out var address) && address.IsLoopback;

    [GeneratedRegex("sha256:[0-9a-f]{64}")]
    private static partial Regex Digest();
}
