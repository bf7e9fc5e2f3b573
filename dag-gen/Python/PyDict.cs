namespace Slipstream.DagGen.Python;

/// <summary>A dictionary, in the order of its entries.</summary>
internal sealed record PyDict(params IReadOnlyList<PyItem> Entries) : PyBracketed("{", "}", Entries)
{
    public static PyDict OfStrings(IEnumerable<KeyValuePair<string, string>> entries) =>
        new([.. entries.Select(entry => PyItem.Entry(entry.Key, new PyString(entry.Value)))]);
}
