using System.Diagnostics;
using System.Globalization;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

/// <summary>A browser without a window, with no network to speak of; null where there is none.</summary>
internal sealed class Chromium(string program)
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin", "/snap/bin"];

    public static Chromium? Find() => Names
        .SelectMany(name => Folders.Select(folder => Path.Combine(folder, name)))
        .Where(File.Exists)
        .Select(file => new Chromium(file))
        .FirstOrDefault();

    public async Task<Picture> ScreenshotAsync(string page, string picture, int width, int height, bool isDark, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
        await RunAsync(
            page,
            [$"--screenshot={picture}", string.Create(CultureInfo.InvariantCulture, $"--window-size={width},{height}"), "--hide-scrollbars", $"--blink-settings=preferredColorScheme={(isDark ? 0 : 1)}"],
            cancellationToken);
        return Picture.Read(picture);
    }

    /// <summary>The document after its script has run.</summary>
    public Task<string> DomAsync(string page, CancellationToken cancellationToken) => RunAsync(page, ["--dump-dom"], cancellationToken);

    private async Task<string> RunAsync(string page, string[] arguments, CancellationToken cancellationToken)
    {
        using var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] all =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--no-first-run", $"--user-data-dir={profile.Path}", .. arguments, new Uri(page).AbsoluteUri,
        ];
        foreach (var argument in all)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, await error);
        return output;
    }
}
