using Slipstream.Stages.TestExtract.Checks.Keys;
using Slipstream.Stages.TestExtract.Profiles;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>One object's way from text to checked rows; each format has its own.</summary>
internal interface IRowReading
{
    /// <summary>Reads to the end of the text and checks every row.</summary>
    /// <exception cref="InvalidDataException">The text is corrupt somewhere; all before has been checked.</exception>
    Task ReadAsync(Stream text, CancellationToken cancellationToken);

    /// <summary>Reads the text once more, for the rows that start on some lines.</summary>
    Task<IReadOnlyDictionary<long, KeyedRow>> ReadAgainAsync(
        Stream text, KeyRule key, IReadOnlySet<long> lines, CancellationToken cancellationToken);

    /// <summary>What the values look like; once, at the end.</summary>
    ObjectProfile TakeProfile();
}
