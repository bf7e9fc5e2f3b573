namespace Slipstream.Metadata;

/// <summary>Metadata that cannot be used. The message names file, line and key, and says what to do.</summary>
public sealed class MetadataException : Exception
{
    internal MetadataException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
