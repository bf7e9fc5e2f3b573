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

    // Levenshtein's distance, one row at a time; upper case is no edit.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (char.ToLowerInvariant(from[i - 1]) == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
