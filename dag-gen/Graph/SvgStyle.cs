using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Graph;

/// <summary>How a picture looks: sizes in pixels, and colours by day and by night.</summary>
internal static class SvgStyle
{
    public const double Margin = 24;
    public const double TitleSize = 16;
    public const double SubtitleSize = 12;
    public const double HeaderHeight = 50;
    public const double TaskSize = 14;
    public const double DetailSize = 11;
    public const double GroupSize = 12;
    public const double DetailHeight = 16;
    public const double TaskPadding = 16;
    public const double ArrowLength = 8;

    /// <summary>Plain selectors and colours: not every program that shows SVG knows more.</summary>
    public const string Sheet = """

        text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: #1f2328; }
        .title { font-size: 16px; font-weight: 600; }
        .subtitle { font-size: 12px; }
        .id { font-size: 14px; font-weight: 600; }
        .detail { font-size: 11px; }
        .name { font-size: 12px; font-weight: 600; }
        .subtitle, .detail, .name { fill: #59636e; }
        .page { fill: #ffffff; stroke: #d1d9e0; }
        .box { fill: #f6f8fa; stroke: #c4ccd4; stroke-width: 1.25; }
        .frame { fill: #818b98; fill-opacity: 0.08; stroke: #c4ccd4; stroke-dasharray: 5 4; }
        .edge { fill: none; stroke: #7d8590; stroke-width: 1.5; }
        .arrow { fill: #7d8590; }
        .cleanup { stroke-dasharray: 4 4; }
        .work { fill: #0969da; }
        .setup { fill: #1a7f37; }
        .teardown { fill: #bf8700; }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc; }
          .subtitle, .detail, .name { fill: #9198a1; }
          .page { fill: #0d1117; stroke: #3d444d; }
          .box { fill: #1b222c; stroke: #454d57; }
          .frame { stroke: #454d57; }
          .edge { stroke: #7d8590; }
          .arrow { fill: #7d8590; }
          .work { fill: #4493f8; }
          .setup { fill: #3fb950; }
          .teardown { fill: #d29922; }
        }

        """;

    public static string ClassOf(TaskRole role) => role switch
    {
        TaskRole.Setup => "setup",
        TaskRole.Teardown => "teardown",
        _ => "work",
    };
}
