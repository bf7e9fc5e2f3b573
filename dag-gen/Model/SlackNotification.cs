namespace Slipstream.DagGen.Model;

/// <summary>A message in a Slack channel.</summary>
/// <param name="Channel">With its <c>#</c>.</param>
/// <param name="Text">A template.</param>
/// <param name="ConnectionId">The scheduler's name for the connection to Slack.</param>
internal sealed record SlackNotification(string Channel, string Text, string ConnectionId) : Notification;
