using Slipstream.DuckDb.Functions;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>The rows of one file in pieces of at most a chunk, in their order.</summary>
internal interface IRawPieces : IDisposable
{
    /// <summary>Reads the next piece and gives what puts its rows into a chunk, on any thread; null at the end.</summary>
    /// <exception cref="InvalidDataException">The file is corrupt from here on.</exception>
    Task<Action<RowFiller, DuckDbChunk>?> NextAsync(CancellationToken cancellationToken);
}
