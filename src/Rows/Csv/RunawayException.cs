namespace Slipstream.Rows.Csv;

/// <summary>A record does not end within its limit.</summary>
internal sealed class RunawayException : Exception
{
    public RunawayException()
        : base("The record does not end within its limit.")
    {
    }
}
