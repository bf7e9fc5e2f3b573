namespace Slipstream.DagGen.Model;

/// <summary>A message about a run. Its texts are templates.</summary>
internal abstract record Notification
{
    /// <summary>The scheduler's own mail.</summary>
    public static Notification Email(params IReadOnlyList<string> to) => new EmailNotification(to);

    /// <summary>A message in a Slack channel.</summary>
    public static Notification Slack(string channel, string text, string connectionId = "slack_default") =>
        new SlackNotification(channel, text, connectionId);
}
