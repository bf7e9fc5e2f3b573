namespace Slipstream.Metadata;

/// <summary>Finds the word that a misspelt one was meant to be.</summary>
internal static class Nearest
{
    /// <summary>The known word with the fewest edits; null where none is near.</summary>
    public static string? To(string word, IEnumerable<string> known)
    {
        var limit = Math.Min(word.Length - 1, Math.Max(1, word.Length / 3));
        return word.Length > 100 ? null : known
            .Select(candidate => (Word: candidate, Edits: Edits(word, candidate)))
            .Where(candidate => candidate.Edits <= limit)
            .OrderBy(candidate => candidate.Edits)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    // Levenshtein's distance with swapped neighbours as one edit, three rows at a time; upper case is no edit.
    private static int Edits(string from, string to)
    {
        int[] before = [], row = [.. Enumerable.Range(0, to.Length + 1)];
        for (var i = 1; i <= from.Length; i++)
        {
            var next = new int[row.Length];
            next[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = row[j - 1] + (Same(from[i - 1], to[j - 1]) ? 0 : 1);
                next[j] = Math.Min(replaced, Math.Min(row[j], next[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1]))
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }
            }

            (before, row) = (row, next);
        }

        return row[to.Length];
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == other;
}
