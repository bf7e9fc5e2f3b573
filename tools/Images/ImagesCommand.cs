using System.Globalization;
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
        try
        {
            await new ImagesCommand(output, new Shell(root, cancellationToken), ImagesOptions.Parse(args)).RunAsync();
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

    private async Task RunAsync()
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
        var bill = Path.Combine(_artifacts, $"{recipe.Name}.cdx.json");
        await File.WriteAllTextAsync(bill, BillOfMaterials.Write(recipe, release, checkout,
            [.. BillOfMaterials.OfProgram(shell.Root, publisher.AppOf(recipe), recipe.Name), .. parts]));
        if (options.Push)
        {
            await engine.PushAsync(image);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{(options.Push ? "pushed" : "built"),-6} {image}  {id[..12]}  {Path.GetRelativePath(shell.Root, bill)}"));
    }
}
