using System.Globalization;

namespace Slipstream.Images.Building;

/// <summary>What builds images here: podman, docker or buildah, which understand the same words.</summary>
internal sealed class Engine(Shell shell, string program)
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

    public Task PushAsync(string image) => shell.RunAsync(program, "push", image);
}
