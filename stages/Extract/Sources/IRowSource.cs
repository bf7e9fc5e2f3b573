namespace Slipstream.Stages.Extract.Sources;

/// <summary>
/// An API that rows come from. Its requests are numbered, and what a number asks for does not depend on the others: so an
/// extract that was cut off goes on with the requests whose rows have not landed.
/// </summary>
internal interface IRowSource
{
    /// <summary>The address that is asked.</summary>
    Uri Url { get; }

    /// <summary>The rows that the requests give, in the order of their numbers: each one JSON object in UTF-8, on one line.</summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> RowsAsync(RequestRange requests, CancellationToken cancellationToken);
}
