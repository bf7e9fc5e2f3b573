using System.Runtime.InteropServices;

namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>Sorted keys in a file, which is deleted when it is closed or the process ends.</summary>
internal sealed class KeyRun : IDisposable
{
    private const int BufferedEntries = 1024;

    private static readonly int EntryBytes = System.Runtime.CompilerServices.Unsafe.SizeOf<KeyEntry>();

    private readonly FileStream _file;

    private KeyRun(FileStream file) => _file = file;

    public static KeyRun Write(string folder, IEnumerable<KeyEntry> sorted)
    {
        var file = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.DeleteOnClose,
        });
        foreach (var chunk in sorted.Chunk(BufferedEntries))
        {
            file.Write(MemoryMarshal.AsBytes<KeyEntry>(chunk));
        }

        return new KeyRun(file);
    }

    /// <summary>The keys from the first on.</summary>
    public IEnumerable<KeyEntry> Read()
    {
        var entries = new KeyEntry[BufferedEntries];
        _file.Position = 0;
        while (true)
        {
            var bytes = _file.ReadAtLeast(MemoryMarshal.AsBytes(entries.AsSpan()), entries.Length * EntryBytes, throwOnEndOfStream: false);
            foreach (var entry in entries.Take(bytes / EntryBytes))
            {
                yield return entry;
            }

            if (bytes == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>Sorted keys of several runs as one.</summary>
    public static IEnumerable<KeyEntry> Merge(IReadOnlyList<IEnumerable<KeyEntry>> runs)
    {
        var next = new PriorityQueue<IEnumerator<KeyEntry>, KeyEntry>();
        foreach (var run in runs.Select(run => run.GetEnumerator()).Where(run => run.MoveNext()))
        {
            next.Enqueue(run, run.Current);
        }

        while (next.TryPeek(out var run, out var entry))
        {
            yield return entry;
            if (run.MoveNext())
            {
                next.DequeueEnqueue(run, run.Current);
            }
            else
            {
                next.Dequeue();
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
