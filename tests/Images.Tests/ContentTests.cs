using System.Text.Json.Nodes;
using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary>What is in the images, and what is not.</summary>
[Trait("lane", "slow")]
public sealed class ContentTests(BuiltImages images)
{
    private static readonly string[] Programs = ["sh", "bash", "dash", "busybox", "ash", "apt", "apt-get", "dpkg", "apk", "rpm", "dnf", "yum", "pip", "npm", "python3", "perl", "curl", "wget", "ldconfig"];

    [Theory]
    [MemberData(nameof(BuiltImages.All), MemberType = typeof(BuiltImages))]
    public async Task There_is_no_program_but_the_stages_own(string name)
    {
        var files = await FilesAsync(name);

        Assert.Equal([$"app/{name}"], files.Where(file => Path.GetExtension(file) is "" && file.StartsWith("app/", StringComparison.Ordinal) && !file.Contains("LICENSE", StringComparison.Ordinal)));
        Assert.DoesNotContain(files, file => Programs.Contains(Path.GetFileName(file)) && !file.StartsWith("var/lib/dpkg/status.d/", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => file.StartsWith("bin/", StringComparison.Ordinal) || file.StartsWith("usr/bin/", StringComparison.Ordinal) || file.StartsWith("sbin/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("test-extract", "meta_data/raw")]
    [InlineData("run-curated", "meta_data/raw", "meta_data/curated", "transforms")]
    [InlineData("deploy-database", "meta_data/curated")]
    public async Task A_stage_has_the_metadata_that_it_needs_and_no_others(string name, params string[] folders)
    {
        var files = await FilesAsync(name);

        Assert.Equal(
            folders.SelectMany(folder => Directory.EnumerateFiles(Repository.Path(folder.Split('/'))).Select(file => $"app/{folder}/{Path.GetFileName(file)}")).Order(StringComparer.Ordinal),
            files.Where(file => file.StartsWith("app/meta_data/", StringComparison.Ordinal) || file.StartsWith("app/transforms/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("extract")]
    [InlineData("test-extract")]
    [InlineData("run-curated")]
    [InlineData("deploy-database")]
    public async Task No_file_of_another_stage_is_there(string name)
    {
        var files = await FilesAsync(name);

        Assert.DoesNotContain(files, file => BuiltImages.Names.Any(other => other != name && Path.GetFileName(file).StartsWith($"{other}.", StringComparison.Ordinal)));
        Assert.Equal(name is "run-curated" or "deploy-database", files.Contains("app/libduckdb.so"));
    }

    [Theory]
    [MemberData(nameof(BuiltImages.All), MemberType = typeof(BuiltImages))]
    public async Task Nothing_in_it_looks_like_a_secret(string name)
    {
        var inspected = (await InspectAsync(name)).ToJsonString();
        var files = await FilesAsync(name);

        Assert.DoesNotContain("AWS_", inspected, StringComparison.Ordinal);
        Assert.DoesNotContain(files, file => Path.GetFileName(file) is ".env" or ".npmrc" or ".netrc" or "credentials" or "NuGet.Config" or "config.json"
            || Path.GetExtension(file) is ".pem" or ".key" or ".pfx" || file.Contains(".git/", StringComparison.Ordinal) || file.Contains(".aws/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(BuiltImages.All), MemberType = typeof(BuiltImages))]
    public async Task It_says_what_it_is_and_runs_as_no_root(string name)
    {
        var image = await InspectAsync(name);
        var (settings, labels) = (image["Config"]!, image["Labels"]!);

        Assert.Equal("1000", (string?)settings["User"]);
        Assert.Equal($"[\"/app/{name}\"]", settings["Entrypoint"]!.ToJsonString());
        Assert.Equal(name == "slipstream" ? "/opt/analyticalplatform" : "/app", (string?)settings["WorkingDir"]);
        Assert.Contains($"GIT_TAG={Contracts.GitTag.OfThisBuild}", settings["Env"]!.AsArray().Select(variable => (string?)variable));
        Assert.Equal($"{Contracts.GitTag.OfThisBuild}-dev", (string?)labels["org.opencontainers.image.version"]);
        Assert.Matches("^[0-9a-f]{40}(-modified)?$", (string?)labels["org.opencontainers.image.revision"]);
        Assert.NotNull((string?)labels["org.opencontainers.image.source"]);
        Assert.Equal(name, (string?)labels["org.opencontainers.image.title"]);
    }

    [Theory]
    [MemberData(nameof(BuiltImages.All), MemberType = typeof(BuiltImages))]
    public async Task Its_bill_of_materials_names_all_that_it_was_made_of(string name)
    {
        await images.RequireAsync();
        var bill = JsonNode.Parse(await File.ReadAllTextAsync(Repository.Path("artifacts", "images", $"{name}.cdx.json"), TestContext.Current.CancellationToken))!;
        var components = bill["components"]!.AsArray();
        var urls = components.Select(component => (string)component!["purl"]!).ToList();
        var files = await FilesAsync(name);

        Assert.Equal(("CycloneDX", "1.5"), ((string?)bill["bomFormat"], (string?)bill["specVersion"]));
        Assert.Equal(urls.Count, urls.Distinct().Count());
        Assert.Contains(urls, url => url.StartsWith("pkg:nuget/Microsoft.NETCore.App.Runtime.linux-x64@10.", StringComparison.Ordinal));
        Assert.Equal(files.Contains("app/libduckdb.so"), urls.Exists(url => url.StartsWith("pkg:npm/%40duckdb/node-bindings-linux-x64@", StringComparison.Ordinal)));
        // Each library of somebody else in the image is of a package that is named; what the runtime brings is named as a whole.
        Assert.All(
            files.Select(Path.GetFileName).Where(file => file!.EndsWith(".dll", StringComparison.Ordinal) && !file.StartsWith("System.", StringComparison.Ordinal)
                && !file.StartsWith("Slipstream.", StringComparison.Ordinal) && !BuiltImages.Names.Contains(file[..^4]) && file is not ("mscorlib.dll" or "netstandard.dll" or "WindowsBase.dll" or "Microsoft.Win32.Primitives.dll" or "Microsoft.CSharp.dll")),
            file => Assert.Contains(urls, url => url.StartsWith($"pkg:nuget/{file![..^4]}@", StringComparison.Ordinal)));
        Assert.Equal(
            files.Where(file => file.StartsWith("var/lib/dpkg/status.d/", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            urls.Where(url => url.StartsWith("pkg:deb/", StringComparison.Ordinal)).Select(url => Uri.UnescapeDataString(url["pkg:deb/debian/".Length..url.IndexOf('@', StringComparison.Ordinal)])).Order(StringComparer.Ordinal));
        Assert.All(components.Where(component => (string?)component!["type"] == "library" && !((string)component["purl"]!).StartsWith("pkg:deb", StringComparison.Ordinal)),
            component => Assert.Equal(128, ((string?)component!["hashes"]![0]!["content"])!.Length));
    }

    [Fact]
    public async Task The_bill_of_an_image_that_concourse_built_is_the_same_but_names_the_base()
    {
        await images.RequireAsync();
        using var folder = new TemporaryFolder();
        foreach (var file in new[] { "images/Slipstream/Dockerfile", "stages/DeployDatabase/Dockerfile", "package-lock.json" })
        {
            folder.Write(file, await File.ReadAllTextAsync(Repository.Path(file.Split('/')), TestContext.Current.CancellationToken));
        }

        await ImageFiles.UnpackAsync(BuiltImages.ReferenceOf("deploy-database"), folder.File("rootfs"));
        await BuiltImages.BuildInAsync(folder.Path, "--stage", "deploy-database", "--bill-of", "rootfs");

        var named = (await ComponentsAsync(folder.Path)).Except(await ComponentsAsync(Repository.Root));
        Assert.Equal(["pkg:oci/mcr.microsoft.com%2Fdotnet%2Fruntime-deps%3A10.0-noble-chiseled"], named);

        static async Task<List<string>> ComponentsAsync(string root)
        {
            var bill = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(root, "artifacts/images/deploy-database.cdx.json"), TestContext.Current.CancellationToken))!;
            return [.. bill["components"]!.AsArray().Select(component => (string)component!["purl"]!)];
        }
    }

    private static async Task<JsonNode> InspectAsync(string name) =>
        JsonNode.Parse((await Containers.PodmanAsync("image", "inspect", BuiltImages.ReferenceOf(name))).Out)![0]!;

    private async Task<IReadOnlyList<string>> FilesAsync(string name)
    {
        await images.RequireAsync();
        return [.. (await ImageFiles.OfAsync(BuiltImages.ReferenceOf(name))).Keys];
    }
}
