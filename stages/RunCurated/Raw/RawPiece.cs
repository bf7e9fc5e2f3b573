using Slipstream.DuckDb.Functions;

namespace Slipstream.Stages.RunCurated.Raw;

/// <summary>A piece of a file on its way.</summary>
/// <param name="File">The file.</param>
/// <param name="Chunk">Its rows, perhaps still being read; null behind the last piece of the file.</param>
internal sealed record RawPiece(RawFile File, Task<DuckDbChunk>? Chunk);
