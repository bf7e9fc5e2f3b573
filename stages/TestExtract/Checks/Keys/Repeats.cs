namespace Slipstream.Stages.TestExtract.Checks.Keys;

/// <summary>Rows whose key an earlier row has, as far as their hashes say.</summary>
/// <param name="Count">How many rows.</param>
/// <param name="First">The first of them in the order of their lines.</param>
internal sealed record Repeats(long Count, IReadOnlyList<Repeat> First)
{
    /// <summary>Looks for them among sorted keys.</summary>
    public static Repeats Find(IEnumerable<KeyEntry> sorted, int most)
    {
        var count = 0L;
        var first = new PriorityQueue<Repeat, long>();
        KeyEntry? original = null;
        foreach (var entry in sorted)
        {
            if (original is not { } earlier || !earlier.IsSameKey(entry))
            {
                original = entry;
                continue;
            }

            count++;

            // The line furthest back leaves first.
            first.Enqueue(new Repeat(entry.Line, earlier.Line), -entry.Line);
            if (first.Count > most)
            {
                first.Dequeue();
            }
        }

        return new Repeats(count, [.. first.UnorderedItems.Select(item => item.Element).OrderBy(repeat => repeat.Line)]);
    }
}
