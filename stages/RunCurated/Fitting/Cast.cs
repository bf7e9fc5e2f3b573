namespace Slipstream.Stages.RunCurated.Fitting;

/// <summary>How a value of a SELECT becomes one of the metadata's type, in SQL.</summary>
/// <param name="Value">The value, from the expression that gives what the SELECT gave; NULL for what is lost.</param>
/// <param name="Loss">
/// A condition that is true where the value is lost (it becomes NULL) or changed (it does not come back as it was), from the
/// expressions of both; null where nothing can be lost.
/// </param>
internal sealed record Cast(Func<string, string> Value, Func<string, string, string>? Loss)
{
    /// <summary>The value stays what it is.</summary>
    public static Cast None { get; } = new(source => source, null);
}
