using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Concourse;

/// <summary>An image that pipelines run: what it is built from, and where it goes.</summary>
/// <param name="Name">Unique among the images: the names of jobs are made of it.</param>
/// <param name="Repository">Where it is pushed: <c>registry/path</c>.</param>
/// <param name="Folder">Its project, from the root of the repository.</param>
internal sealed record StageImage(string Name, string Repository, string Folder)
{
    private const string AllStages = "slipstream";

    // What every image is built from besides its own folder; a change of it builds them all.
    private static readonly string[] Shared =
    [
        ".dockerignore", ".editorconfig", "BannedSymbols.txt", "Directory.Build.props", "Directory.Packages.props", "global.json",
        "images/trimming", "src", "stages/Directory.Build.props", "stages/Directory.Build.targets",
    ];

    private static readonly string[] DuckDb = [".npmrc", "package.json", "package-lock.json"];

    // Of a stage that is not known here.
    private static readonly string[] Everything = ["meta_data", "transforms", .. DuckDb];

    private static readonly Dictionary<string, string[]> Own = new(StringComparer.Ordinal)
    {
        ["extract"] = [],
        ["test-extract"] = ["meta_data/raw"],
        ["run-curated"] = ["meta_data", "transforms", .. DuckDb],
        ["deploy-database"] = ["meta_data/curated", .. DuckDb],
        [AllStages] = ["images", "meta_data", "stages", "transforms", .. DuckDb],
    };

    /// <summary>The image's own name, whatever else is built of it.</summary>
    public required string Stage { get; init; }

    public string Dockerfile => $"{Folder}/Dockerfile";

    public bool HoldsAllStages => Folder.StartsWith("images/", StringComparison.Ordinal);

    /// <summary>The files and folders whose change makes another image, its tests among them.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>The images of pipelines, in the order in which tasks need them.</summary>
    public static IReadOnlyList<StageImage> Of(IEnumerable<Dag> dags)
    {
        var found = dags.SelectMany(dag => TaskOrder.Of(dag).Where(task => task.Stage is not null).Select(task => dag.SingleImage
                ? (Image: AllStages, Repository: dag.ImageRepository)
                : (Image: task.Image, Repository: $"{dag.ImageRepository}/{task.Image}")))
            .Distinct().ToList();
        return [.. found.Select((image, place) => Of(image.Image, image.Repository, found.Take(place).Count(earlier => earlier.Image == image.Image)))];
    }

    // A second registry for the same stage is a job of its own.
    private static StageImage Of(string image, string repository, int earlier)
    {
        var project = string.Concat(image.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var folder = image == AllStages ? $"images/{project}" : $"stages/{project}";
        return new StageImage(earlier == 0 ? image : $"{image}-{earlier + 1}", repository, folder)
        {
            Stage = image,
            Paths = [.. Shared.Concat(Own.GetValueOrDefault(image, Everything)).Append(folder).Append("tests/Stages.Tests").Distinct().Order(StringComparer.Ordinal)],
        };
    }
}
