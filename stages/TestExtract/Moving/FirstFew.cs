namespace Slipstream.Stages.TestExtract.Moving;

/// <summary>The first few of many values in the ordinal order of their keys, whatever order they come in.</summary>
internal sealed class FirstFew<T>(int most)
{
    private readonly SortedList<string, T> _first = new(StringComparer.Ordinal);

    public IReadOnlyList<T> Values => [.. _first.Values];

    public void Add(string key, T value)
    {
        _first[key] = value;
        if (_first.Count > most)
        {
            _first.RemoveAt(most);
        }
    }
}
