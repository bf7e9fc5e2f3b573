namespace Slipstream.DagGen.Model;

/// <summary>Who is told of what.</summary>
internal sealed record Notifications
{
    /// <summary>Nobody is told of anything.</summary>
    public static Notifications None { get; } = new();

    /// <summary>Sent for every task that fails for good.</summary>
    public IReadOnlyList<Notification> OnFailure { get; init; } = [];

    /// <summary>Sent once for every run that succeeds.</summary>
    public IReadOnlyList<Notification> OnSuccess { get; init; } = [];
}
