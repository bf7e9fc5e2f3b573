namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>
/// The keys of all rows of an object, in bounded memory: beyond 3 MB they go to files in the work folder, sorted, and are merged
/// at the end.
/// </summary>
internal sealed class KeySet(string folder) : IDisposable
{
    private const int MostInMemory = 128 * 1024;

    // Each run that is being merged needs a buffer.
    private const int MostRuns = 64;

    private readonly List<KeyRun> _runs = [];
    private KeyEntry[] _entries = [];
    private int _count;

    public void Add(List<KeyEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (_count == _entries.Length)
            {
                MakeRoom();
            }

            _entries[_count++] = entry;
        }
    }

    /// <summary>All keys in order; those of the same key by their lines. The set is used up.</summary>
    public IEnumerable<KeyEntry> Sorted()
    {
        _entries.AsSpan(0, _count).Sort();
        var rest = _entries.Take(_count);
        return _runs.Count == 0 ? rest : KeyRun.Merge([.. _runs.Select(run => run.Read()), rest]);
    }

    public void Dispose() => _runs.ForEach(run => run.Dispose());

    private void MakeRoom()
    {
        if (_count < MostInMemory)
        {
            Array.Resize(ref _entries, Math.Clamp(_count * 4, 1024, MostInMemory));
            return;
        }

        _entries.AsSpan(0, _count).Sort();
        _runs.Add(KeyRun.Write(folder, _entries));
        _count = 0;
        if (_runs.Count == MostRuns)
        {
            MergeRuns();
        }
    }

    private void MergeRuns()
    {
        var merged = KeyRun.Write(folder, KeyRun.Merge([.. _runs.Select(run => run.Read())]));
        _runs.ForEach(run => run.Dispose());
        _runs.Clear();
        _runs.Add(merged);
    }
}
