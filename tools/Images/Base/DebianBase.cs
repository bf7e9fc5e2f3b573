using System.Text;
using Slipstream.Images.Building;

namespace Slipstream.Images.Base;

/// <summary>
/// A base for machines that cannot pull the official one: the files of a few Debian packages, without their programs. Like a chiseled image it
/// has no shell and no package manager, and each package's description lies where scanners look for it.
/// </summary>
internal sealed class DebianBase(Shell shell, Engine engine, string folder)
{
    public const string Image = "localhost/slipstream-base:debian";

    private const string Descriptions = "var/lib/dpkg/status.d";

    // What .NET and DuckDB are linked with, and the certificates of TLS.
    private static readonly string[] Packages =
        ["ca-certificates", "gcc-12-base", "libc6", "libgcc-s1", "libssl3", "libstdc++6", "zlib1g"];

    // Programs, and what only people, programs or other languages read.
    private static readonly string[] LeftOut =
    [
        "bin", "sbin", "usr/bin", "usr/sbin", "etc/ca-certificates", "usr/lib/x86_64-linux-gnu/gconv", "usr/lib/x86_64-linux-gnu/audit",
        "usr/lib/x86_64-linux-gnu/engines-3", "usr/lib/x86_64-linux-gnu/perl-base", "usr/share/bug", "usr/share/lintian", "usr/share/locale", "usr/share/man",
    ];

    /// <returns>The packages that it is made of.</returns>
    /// <exception cref="ImagesException">This is not Debian, or its packages cannot be had.</exception>
    public async Task<IReadOnlyList<DebianPackage>> MakeAsync()
    {
        var (archives, root) = (Path.Combine(folder, "archives"), Path.Combine(folder, "root"));
        foreach (var stale in new[] { archives, root })
        {
            if (Directory.Exists(stale))
            {
                Directory.Delete(stale, recursive: true);
            }

            Directory.CreateDirectory(stale);
        }

        await DownloadAsync(archives);
        var packages = new List<DebianPackage>();
        Directory.CreateDirectory(Path.Combine(root, Descriptions));
        foreach (var archive in Directory.EnumerateFiles(archives, "*.deb").Order(StringComparer.Ordinal))
        {
            packages.Add(await UnpackAsync(archive, root));
        }

        WriteCertificates(root);
        Tidy(root);
        await PackAsync(root);
        return packages;
    }

    private async Task DownloadAsync(string archives)
    {
        // The sandbox is a user of its own, who may not write here.
        var (exitCode, _, error) = await shell.In(archives).TryAsync(
            "apt-get", ["download", "-qq", "-o", "APT::Sandbox::User=root", .. Packages]);
        if (exitCode != 0)
        {
            throw ImagesException.NoDebianPackages(error.Trim());
        }
    }

    private async Task<DebianPackage> UnpackAsync(string archive, string root)
    {
        await shell.RunAsync("dpkg-deb", "--extract", archive, root);
        var description = await shell.RunAsync("dpkg-deb", "--field", archive);
        var package = DebianPackage.Read(description);
        await File.WriteAllTextAsync(Path.Combine(root, Descriptions, package.Name), description);
        return package;
    }

    // As the package's own program does, which does not run here.
    private static void WriteCertificates(string root)
    {
        var source = Path.Combine(root, "usr/share/ca-certificates");
        var bundle = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(source, "*.crt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            bundle.Append(File.ReadAllText(file).TrimEnd()).Append('\n');
        }

        Directory.CreateDirectory(Path.Combine(root, "etc/ssl/certs"));
        File.WriteAllText(Path.Combine(root, "etc/ssl/certs/ca-certificates.crt"), bundle.ToString());
        Directory.Delete(source, recursive: true);
    }

    private static void Tidy(string root)
    {
        foreach (var leftOut in LeftOut.Select(path => Path.Combine(root, path)).Where(Directory.Exists))
        {
            Directory.Delete(leftOut, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "usr/share/doc"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "copyright").ToList())
        {
            File.Delete(file);
        }

        File.WriteAllText(Path.Combine(root, "etc/passwd"), "root:x:0:0:root:/:/none\nslipstream:x:1000:1000:slipstream:/:/none\n");
        File.WriteAllText(Path.Combine(root, "etc/group"), "root:x:0:\nslipstream:x:1000:\n");
        Directory.CreateDirectory(Path.Combine(root, "tmp"));
    }

    // A tar file, or modes and owners would be those of this machine.
    private async Task PackAsync(string root)
    {
        await shell.RunAsync("chmod", "--recursive", "u=rwX,go=rX", root);
        await shell.RunAsync("chmod", "1777", Path.Combine(root, "tmp"));
        await shell.RunAsync("tar",
            "--sort=name", "--mtime=@0", "--owner=0", "--group=0", "--numeric-owner", "--create", "--file", Path.Combine(folder, "root.tar"), "--directory", root, ".");
        var dockerfile = Path.Combine(folder, "Dockerfile");
        await File.WriteAllTextAsync(dockerfile, "FROM scratch\nADD root.tar /\n");
        await engine.BuildAsync(dockerfile, folder, Image, 0, new Dictionary<string, string>());
    }
}
