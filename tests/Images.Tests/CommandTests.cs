using Slipstream.Images.Base;
using Slipstream.Images.Bills;
using Slipstream.Images.Building;
using Slipstream.Testing;

namespace Slipstream.Images.Tests;

/// <summary>What <c>./build.sh images</c> makes of its arguments and of the checkout.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly Checkout Clean = new(new string('a', 40), 1_573_569_000, IsClean: true, ["v1.2.3"], "https://example.com/slipstream");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_clean_tree_with_the_tag_of_the_version_is_a_release() =>
        Assert.Equal(new Release("v1.2.3", "v1.2.3"), Release.Of("v1.2.3", "v1.2.3", Clean));

    [Fact]
    public void Without_a_tag_it_is_a_development_build_even_where_it_could_be_a_release() =>
        Assert.Equal(new Release("v1.2.3", "v1.2.3-dev"), Release.Of("v1.2.3", null, Clean));

    [Theory]
    [InlineData("v1.2.4", true, "v1.2.4", "<Version>")]
    [InlineData("v1.2.3", true, "v1.2.2", "has no git tag v1.2.3")]
    [InlineData("v1.2.3", false, "v1.2.3", "not committed")]
    public void What_is_no_release_is_not_built_as_one(string asked, bool isClean, string tag, string reason)
    {
        var refusal = Assert.Throws<ImagesException>(() => Release.Of("v1.2.3", asked, Clean with { IsClean = isClean, Tags = [tag] }));

        Assert.Equal(2, refusal.ExitCode);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_checkout_says_what_git_knows_of_it()
    {
        var git = new Shell(_folder.Path, CancellationToken.None);
        _folder.Write("file", "text");
        await git.RunAsync("git", "init", "--quiet");
        await git.RunAsync("git", "add", "file");
        await git.RunAsync("git", "-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "First", "--date", "@1573569000 +0000");
        await git.RunAsync("git", "tag", "v1.2.3");
        await git.RunAsync("git", "remote", "add", "origin", "https://someone:secret@example.com/slipstream");

        var clean = await Checkout.ReadAsync(git);
        _folder.Write("another", "text");
        var modified = await Checkout.ReadAsync(git);

        Assert.True(clean.IsClean);
        Assert.Equal(["v1.2.3"], clean.Tags);
        Assert.Equal(clean.Commit, clean.Revision);
        Assert.Equal(string.Empty, clean.Source);
        Assert.Equal($"{clean.Commit}-modified", modified.Revision);
    }

    [Fact]
    public async Task A_folder_without_git_makes_development_builds()
    {
        var checkout = await Checkout.ReadAsync(new Shell(_folder.Path, CancellationToken.None));

        Assert.Equal(string.Empty, checkout.Revision);
        Assert.Throws<ImagesException>(() => Release.Of("v1.2.3", "v1.2.3", checkout));
    }

    [Theory]
    [InlineData("--push", "--push needs to know where to")]
    [InlineData("--bill-of folder", "say which with one --stage NAME")]
    [InlineData("--tga v1.2.3", "'--tga' is not understood")]
    [InlineData("--tag", "'--tag' is not understood")]
    [InlineData("--stage extracts", "There is no image 'extracts'. There are: deploy-database, extract, run-curated, slipstream, test-extract.")]
    public async Task What_cannot_be_followed_is_refused(string args, string message)
    {
        using var error = new StringWriter();

        var exitCode = await ImagesCommand.RunAsync(TextWriter.Null, error, Repository.Root, args.Split(' '), CancellationToken.None);

        Assert.Equal(2, exitCode);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_option()
    {
        using var output = new StringWriter();

        var exitCode = await ImagesCommand.RunAsync(output, TextWriter.Null, Repository.Root, ["--help"], CancellationToken.None);

        Assert.Equal(0, exitCode);
        Assert.All("--stage --tag --registry --push --base --bill-of".Split(' '), option => Assert.Contains($"  {option} ", output.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bill_of_files_that_are_no_such_image_is_refused()
    {
        using var error = new StringWriter();

        var exitCode = await ImagesCommand.RunAsync(TextWriter.Null, error, Repository.Root, ["--stage", "extract", "--bill-of", _folder.Path], CancellationToken.None);

        Assert.Equal(2, exitCode);
        Assert.Contains($"'{_folder.Path}' is not the root of the image 'extract'", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_packages_of_an_image_are_read_from_one_file_and_from_many()
    {
        _folder.Write("app/extract.deps.json", "{}");
        _folder.Write("var/lib/dpkg/status", "Package: a\nVersion: 1\nArchitecture: amd64\n\nPackage: b\nVersion: 2\nArchitecture: all\n");
        _folder.Write("var/lib/dpkg/status.d/c", "Package: c\nVersion: 3\nArchitecture: amd64\n");
        _folder.Write("var/lib/dpkg/status.d/c.md5sums", "0 usr/lib/c\n");

        var image = UnpackedImage.Find(_folder.Path, "extract");

        Assert.Equal(_folder.File("app"), image.App);
        Assert.Equal([new("a", "1", "amd64"), new("b", "2", "all"), new("c", "3", "amd64")], image.Packages);
    }

    [Fact]
    public void A_packages_description_is_read_over_its_long_lines()
    {
        var package = DebianPackage.Read("Package: libc6\nVersion: 2.36-9+deb12u14\nArchitecture: amd64\nDescription: GNU C Library\n Contains: the standard libraries\n .\n More.\n");

        Assert.Equal(new DebianPackage("libc6", "2.36-9+deb12u14", "amd64"), package);
    }
}
