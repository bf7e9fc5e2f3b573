using Slipstream.Metadata.Reading;

namespace Slipstream.Metadata;

/// <summary>Metadata that cannot be used. The message has one line for each problem, with file, line, character, key and what to do.</summary>
public sealed class MetadataException : Exception
{
    private MetadataException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    internal static MetadataException Of(IEnumerable<Problem> problems) => new(string.Join('\n', problems));

    internal static MetadataException NoFolder(string folder, Exception cause) =>
        new($"{folder}: There is no such folder. Name a folder that holds one JSON file for each table.", cause);

    internal static MetadataException NoTable(string folder) =>
        new($"{folder}: The folder holds no table. Add one JSON file for each table, named after it.");

    internal static MetadataException Unreadable(string folder, Exception cause) =>
        new($"{folder}: The folder cannot be read: {cause.Message} Look at its permissions.", cause);
}
