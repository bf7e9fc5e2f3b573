using System.Buffers;
using System.IO.Pipelines;

namespace Slipstream.Stages.TestExtract.Reading;

/// <summary>Cuts a stream into lines and hands them on one by one; memory grows with the longest line only.</summary>
internal static class JsonLines
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    /// <summary>
    /// Calls <paramref name="onLine"/> with the number of each line, from 1, and its bytes without the newline. What
    /// follows the last newline is a line only if there is something.
    /// </summary>
    /// <exception cref="InvalidDataException">A line is longer than <see cref="LongestLine"/>, or the stream is corrupt.</exception>
    public static async Task ReadAsync(Stream stream, Action<long, ReadOnlySequence<byte>> onLine, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        var number = 0L;
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                onLine(++number, rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (!rest.IsEmpty)
                {
                    onLine(++number, rest);
                }

                await pipe.CompleteAsync();
                return;
            }

            if (rest.Length > LongestLine)
            {
                throw new InvalidDataException($"line {number + 1} is longer than {LongestLine} bytes");
            }

            pipe.AdvanceTo(rest.Start, rest.End);
        }
    }
}
