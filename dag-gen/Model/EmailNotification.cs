namespace Slipstream.DagGen.Model;

/// <summary>A mail.</summary>
/// <param name="To">The addresses.</param>
/// <param name="Subject">A template; null: the scheduler's own words.</param>
/// <param name="Body">A template in HTML; null: the scheduler's own words.</param>
internal sealed record EmailNotification(IReadOnlyList<string> To, string? Subject = null, string? Body = null) : Notification;
