using System.Text.RegularExpressions;
using Slipstream.Contracts;

namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>What the comments at the top of a transform declare: <c>-- incremental: append</c>, <c>-- reconcile: raw.a = curated.b</c>.</summary>
internal sealed partial record TransformHeader(IncrementalMode Incremental, Equation? Reconcile)
{
    private const string IncrementalKey = "incremental";
    private const string ReconcileKey = "reconcile";

    /// <exception cref="StageException">A declaration is wrong, doubled, or below the statement (exit code 2).</exception>
    public static TransformHeader Read(string file, string sql)
    {
        var top = Top().Match(sql).Length;
        var header = new TransformHeader(IncrementalMode.None, null);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match match in Declarations().Matches(sql))
        {
            var key = match.Groups["key"].Value;
            var place = $"{file}({TransformReader.LineAt(sql, match.Index)})";
            if (match.Index >= top || !seen.Add(key))
            {
                throw StageException.SettingsWrong($"{place}: '{match.Value.Trim()}' is declared {(match.Index >= top ? "below the top of the file" : "twice")}. Declare it once, above the SELECT.");
            }

            var value = match.Groups["value"].Value.Trim();
            header = key == IncrementalKey
                ? header with { Incremental = ModeOf(place, value) }
                : header with { Reconcile = EquationOf(place, value) };
        }

        return header;
    }

    private static IncrementalMode ModeOf(string place, string value) => value switch
    {
        "append" => IncrementalMode.Append,
        "merge" => IncrementalMode.Merge,
        _ => throw StageException.SettingsWrong($"{place}: '-- {IncrementalKey}: {value}' is not known. Write append or merge."),
    };

    private static Equation EquationOf(string place, string value)
    {
        var sides = value.Split('=');
        var raw = NamesOf(sides[0], TableReference.Raw);
        var curated = NamesOf(sides[^1], TableReference.Curated);
        return sides.Length == 2 && raw is not null && curated is not null
            ? new Equation(raw, curated)
            : throw StageException.SettingsWrong(
                $"{place}: '-- {ReconcileKey}: {value}' is no equation. Write raw tables, '=', and curated tables, such as 'raw.things = curated.things + curated.rejected_things'.");
    }

    private static List<string>? NamesOf(string side, string schema)
    {
        var names = side.Split('+', StringSplitOptions.TrimEntries).ToList();
        return names.TrueForAll(name => name.StartsWith(schema + ".", StringComparison.Ordinal) && name.Length > schema.Length + 1)
            ? names.ConvertAll(name => name[(schema.Length + 1)..])
            : null;
    }

    [GeneratedRegex(@"^(?:[ \t]*(?:--[^\n]*)?(?:\n|\z))*", RegexOptions.None)]
    private static partial Regex Top();

    [GeneratedRegex(@"^[ \t]*--[ \t]*(?<key>incremental|reconcile)[ \t]*:(?<value>[^\n]*)", RegexOptions.Multiline)]
    private static partial Regex Declarations();
}
