using Slipstream.Testing;

namespace Slipstream.Stages.Tests.TestExtract.Reports;

/// <summary>The page as a browser shows it. The pictures stay in artifacts/screenshots, to be looked at.</summary>
public sealed class ReportInABrowserTests : IDisposable
{
    private const string Absent = "There is no Chromium: install it to see the report drawn (Debian: apt-get install chromium).";
    private readonly ReportWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Trait("lane", "slow")]
    [Theory(Timeout = 120_000)]
    [InlineData("clean", 1280, 1000, 0x14693a, 0x6fd39a)]
    [InlineData("findings", 1280, 4600, 0xb3261e, 0xff8a80)]
    [InlineData("findings", 400, 7000, 0xb3261e, 0xff8a80)]
    [InlineData("wide", 1280, 7000, 0x7c6bc4, 0x9d8df0)]
    [InlineData("wide", 400, 6000, 0x7c6bc4, 0x9d8df0)]
    public async Task The_page_is_drawn_light_and_dark(string page, int width, int height, int markLight, int markDark)
    {
        var chromium = Browser();
        var html = (await PageAsync(page)).HtmlFile;
        string File(string scheme) => Repository.Path("artifacts", "screenshots", $"report-{page}-{width}-{scheme}.png");

        var light = await chromium.ScreenshotAsync(html, File("light"), width, height, isDark: false, TestContext.Current.CancellationToken);
        var dark = await chromium.ScreenshotAsync(html, File("dark"), width, height, isDark: true, TestContext.Current.CancellationToken);

        Assert.True(light.Brightness > 200, $"light: {light.Brightness}");
        Assert.True(dark.Brightness < 60, $"dark: {dark.Brightness}");
        Assert.True(light.Colours.GetValueOrDefault(markLight) > 100, "The verdict's colour, or that of the bars, is not there.");
        Assert.True(dark.Colours.GetValueOrDefault(markDark) > 100, "The verdict's colour, or that of the bars, is not there in the dark.");
        Assert.Equal((width, height), (light.Width, light.Height));
    }

    [Fact(Timeout = 120_000)]
    public async Task Hostile_values_are_shown_and_not_run()
    {
        var dom = await Browser().DomAsync((await PageAsync("findings")).HtmlFile, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<title>broken</title>", dom);
        Assert.DoesNotContain("<img", dom);
        Assert.Contains("&lt;/script&gt;&lt;script&gt;document.title='broken'", dom);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_policy_lets_the_pages_own_script_run_and_no_other()
    {
        var path = (await PageAsync("wide")).HtmlFile;
        File.WriteAllText(path, File.ReadAllText(path).Replace("</main>", "</main><script>document.title='broken'</script>", StringComparison.Ordinal));

        var dom = await Browser().DomAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains("filter 71 columns", dom);
        Assert.DoesNotContain("<title>broken</title>", dom);
    }

    private static Chromium Browser()
    {
        var chromium = Chromium.Find();
        Assert.SkipWhen(chromium is null, Absent);
        return chromium;
    }

    private Task<ReportWorld.Try> PageAsync(string page) => page switch
    {
        "clean" => SamplePages.CleanAsync(_world),
        "findings" => SamplePages.WithFindingsAsync(_world),
        _ => SamplePages.WideAsync(_world),
    };
}
