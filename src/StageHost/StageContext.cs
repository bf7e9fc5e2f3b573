using Microsoft.Extensions.Logging;
using Slipstream.Contracts.Capabilities;
using Slipstream.ObjectStore.Handles;

namespace Slipstream.StageHost;

/// <summary>What the host hands to a stage.</summary>
/// <typeparam name="TSettings">The stage's settings record.</typeparam>
public sealed record StageContext<TSettings>
{
    /// <summary>The settings, read and checked.</summary>
    public required TSettings Settings { get; init; }

    /// <summary>What an operator asked for; null: the stage's own work.</summary>
    public ActionCall? Action { get; init; }

    /// <summary>The declared rights to stored objects: the stage's, or the action's.</summary>
    public required StageStore Store { get; init; }

    /// <summary>All that was declared: the stage's capabilities, or the action's. Clients of other services than the store open theirs from these.</summary>
    public IReadOnlyList<Capability> Capabilities { get; init; } = [];

    /// <summary>Loggers.</summary>
    public required ILoggerFactory Loggers { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>An empty local folder of this process, removed when it ends.</summary>
    public required string WorkDirectory { get; init; }

    /// <summary>True for <c>--plan</c>: say what would be done and change nothing.</summary>
    public required bool IsPlan { get; init; }
}
