namespace Slipstream.Contracts.Settings;

/// <summary>How a stage writes its log.</summary>
public enum LogFormat
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary>One JSON object for each event.</summary>
    Json,
}
