using Slipstream.Contracts;
using Slipstream.Images.Base;
using Slipstream.Images.Bills;
using Slipstream.Images.Building;

namespace Slipstream.Images;

/// <summary>Builds the images of this checkout.</summary>
internal sealed class ImagesCommand(TextWriter output, Shell shell, ImagesOptions options)
{
    // 128 + SIGINT, as the stages.
    private const int Interrupted = 130;

    private readonly string _artifacts = Path.Combine(shell.Root, "artifacts", "images");

    public static async Task<int> RunAsync(TextWriter output, TextWriter error, string root, IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        if (args is ["--help" or "-h"])
        {
            await output.WriteLineAsync(ImagesOptions.Help);
            return 0;
        }

        try
        {
            var options = ImagesOptions.Parse(args);
            var command = new ImagesCommand(output, new Shell(root, cancellationToken), options);
            await (options.BillOf is { } folder ? command.WriteBillAsync(folder) : command.BuildAsync());
            return 0;
        }
        catch (ImagesException exception)
        {
            await error.WriteLineAsync($"images: {exception.Message}");
            return exception.ExitCode;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }
    }

    // For an image that something else has built by its Dockerfile, whose release that has checked.
    private async Task WriteBillAsync(string folder)
    {
        var recipe = Recipe.Choose(shell.Root, options.Stages).Single();
        var gitTag = GitTag.OfThisBuild.ToString();
        var unpacked = UnpackedImage.Find(Path.GetFullPath(folder, shell.Root), recipe.Name);
        var bill = await WriteBillAsync(recipe, new Release(gitTag, options.Tag ?? $"{gitTag}-dev"), await Checkout.ReadAsync(shell), unpacked.App,
            [BillOfMaterials.OfBase(options.Base ?? recipe.BaseIn(shell.Root)), .. unpacked.Packages.Select(BillOfMaterials.OfDebian)]);
        await output.WriteLineAsync($"written {bill}");
    }

    private async Task BuildAsync()
    {
        // All that may be refused comes first: building takes minutes.
        var recipes = Recipe.Choose(shell.Root, options.Stages);
        var checkout = await Checkout.ReadAsync(shell);
        var release = Release.Of(GitTag.OfThisBuild.ToString(), options.Tag, checkout);
        var engine = await Engine.FindAsync(shell);
        await output.WriteLineAsync(release.Version == release.GitTag
            ? $"Release {release.Version}, with {engine.Name}."
            : $"A development build, {release.Version}, with {engine.Name}.");
        var parts = await MakeBaseAsync(engine);
        var publisher = new Publisher(shell, engine);
        await publisher.PublishAsync(recipes, areAll: options.Stages.Count == 0);
        foreach (var recipe in recipes)
        {
            await BuildAsync(engine, publisher, recipe, release, checkout, parts);
        }
    }

    private async Task<IReadOnlyList<Component>> MakeBaseAsync(Engine engine) => options.Base is { } image
        ? [BillOfMaterials.OfBase(image)]
        : [.. (await new DebianBase(shell, engine, Path.Combine(_artifacts, "base")).MakeAsync()).Select(BillOfMaterials.OfDebian)];

    private async Task BuildAsync(
        Engine engine, Publisher publisher, Recipe recipe, Release release, Checkout checkout, IReadOnlyList<Component> parts)
    {
        var published = await publisher.HandOverAsync(recipe);
        var image = $"{options.Registry}/{recipe.Name}:{release.Version}";
        var id = await engine.BuildAsync(recipe.Dockerfile, ".", image, checkout.Time, new Dictionary<string, string>
        {
            ["BASE_IMAGE"] = options.Base ?? DebianBase.Image,
            ["PUBLISHED"] = published,
            ["GIT_TAG"] = release.GitTag,
            ["VERSION"] = release.Version,
            ["REVISION"] = checkout.Revision,
            ["SOURCE"] = checkout.Source,
        });
        var bill = await WriteBillAsync(recipe, release, checkout, publisher.AppOf(recipe), parts);
        var (done, what) = options.Push
            ? ("pushed", await engine.PushAsync(image, Path.Combine(_artifacts, $"{recipe.Name}.digest")))
            : ("built ", id[..12]);
        await output.WriteLineAsync($"{done} {image}  {what}  {bill}");
    }

    private async Task<string> WriteBillAsync(Recipe recipe, Release release, Checkout checkout, string app, IEnumerable<Component> parts)
    {
        Directory.CreateDirectory(_artifacts);
        var bill = Path.Combine(_artifacts, $"{recipe.Name}.cdx.json");
        await File.WriteAllTextAsync(bill, BillOfMaterials.Write(recipe, release, checkout, [.. BillOfMaterials.OfProgram(shell.Root, app, recipe.Name), .. parts]));
        return Path.GetRelativePath(shell.Root, bill);
    }
}
