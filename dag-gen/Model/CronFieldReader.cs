using System.Globalization;

namespace Slipstream.DagGen.Model;

/// <summary>Reads one kind of field: numbers, names, lists, ranges, '*' and steps.</summary>
internal sealed record CronFieldReader(string Name, int Least, int Most, params string[] Words)
{
    /// <exception cref="FormatException">The field admits something else.</exception>
    public CronField Read(string cron, string field)
    {
        var values = new HashSet<int>();
        var remarks = new List<string>();
        foreach (var part in field.Split(','))
        {
            var (first, last, step, isOpen) = Part(part);
            if (first < Least || last > Highest || first > last || step < 1)
            {
                throw new FormatException($"Cron '{cron}' has the {Name} '{field}'. Use numbers from {Least} to {Highest}, lists, ranges, '*' and steps.");
            }

            var hits = Enumerable.Range(0, ((last - first) / step) + 1).Select(place => first + (place * step)).ToList();
            values.UnionWith(hits.Select(value => value > Most ? Least : value));
            remarks.AddRange(Remarks(part, hits, last, step, isOpen));
        }

        return new CronField(field, values, remarks);
    }

    // Both 0 and 7 are Sunday.
    private int Highest => Name == "day of the week" ? Most + 1 : Most;

    private IEnumerable<string> Remarks(string part, List<int> hits, int last, int step, bool isOpen)
    {
        if (isOpen && step > 1 && hits[^1] + step - (Most - Least + 1) != hits[0])
        {
            yield return $"The step of '{part}' does not divide the {Name} evenly: behind {hits[^1]} comes {hits[0]}, not {step} later.";
        }
        else if (!isOpen && hits[^1] != last)
        {
            yield return $"The step of '{part}' does not divide its range evenly: the last {Name} is {hits[^1]}, not {last}.";
        }
    }

    // What cannot be read becomes a number that no field admits.
    private (int First, int Last, int Step, bool IsOpen) Part(string part)
    {
        var (range, step) = part.Split('/') switch
        {
            [var only] => (only, 1),
            [var before, var after] => (before, Digits(after)),
            _ => (part, 0),
        };
        return range.Split('-') switch
        {
            ["*"] => (Least, Most, step, true),
            [var only] when range == part => (Number(only), Number(only), step, false),
            [var first] => (Number(first), Math.Max(Number(first), Most), step, true),
            [var first, var last] => (Number(first), Number(last), step, false),
            _ => (-1, -1, 0, false),
        };
    }

    private int Number(string text)
    {
        var word = Array.FindIndex(Words, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        return word >= 0 ? word + Least : Digits(text);
    }

    private static int Digits(string text) =>
        text.Length is 1 or 2 && text.All(char.IsAsciiDigit) ? int.Parse(text, CultureInfo.InvariantCulture) : -1;
}
