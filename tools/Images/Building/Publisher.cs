namespace Slipstream.Images.Building;

/// <summary>Publishes programs, and hands them to the Dockerfiles as the image PUBLISHED, in place of their own stage 'build'.</summary>
internal sealed class Publisher(Shell shell, Engine engine)
{
    // One run of MSBuild for all of them: what they share is built once.
    private const string AllImages = "Slipstream.Images.slnf";

    public async Task PublishAsync(IReadOnlyList<Recipe> recipes, bool areAll)
    {
        foreach (var app in recipes.Select(AppOf).Where(Directory.Exists))
        {
            Directory.Delete(app, recursive: true);
        }

        foreach (var project in areAll ? [AllImages] : recipes.Select(recipe => recipe.Folder))
        {
            await shell.RunAsync("dotnet", "publish", project, "--configuration", "Release", "--nologo", "--verbosity", "quiet");
        }
    }

    /// <returns>The name of an image that holds the program as <c>/app</c>.</returns>
    public async Task<string> HandOverAsync(Recipe recipe)
    {
        var app = AppOf(recipe);
        var dockerfile = Path.Combine(Path.GetDirectoryName(app)!, "Published");
        await File.WriteAllTextAsync(dockerfile, $"FROM scratch\nCOPY {Path.GetFileName(app)} /app\n");
        var image = $"localhost/slipstream-published/{recipe.Name}:latest";
        await engine.BuildAsync(dockerfile, Path.GetDirectoryName(app)!, image, 0, new Dictionary<string, string>());
        return image;
    }

    /// <summary>Where the program is published.</summary>
    public string AppOf(Recipe recipe) => Path.Combine(shell.Root, "artifacts", "publish", recipe.Name, "release_linux-x64");
}
