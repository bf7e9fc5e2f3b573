using System.Text.RegularExpressions;
using Slipstream.Contracts;

namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>Reads transforms and finds what they read. Knows comments, strings and quoted names, and no more of SQL.</summary>
internal static partial class TransformReader
{
    /// <summary>Reads one file.</summary>
    /// <exception cref="StageException">It is missing, empty, or more than one statement (exit code 2).</exception>
    public static Transform Read(string file)
    {
        if (!File.Exists(file))
        {
            throw StageException.SettingsWrong($"'{file}' is missing. Each curated table needs one SELECT in a file of its name.");
        }

        var sql = File.ReadAllText(file);
        var bare = Blank(sql);
        var end = bare.IndexOf(';', StringComparison.Ordinal);
        if (end >= 0 && !string.IsNullOrWhiteSpace(bare[(end + 1)..]))
        {
            throw StageException.SettingsWrong($"{file}({LineAt(bare, end)}): more than one statement. A transform is one SELECT.");
        }

        var statement = end < 0 ? sql : sql[..end];
        return string.IsNullOrWhiteSpace(end < 0 ? bare : bare[..end])
            ? throw StageException.SettingsWrong($"'{file}' holds no statement. Write the SELECT that makes the table.")
            : new Transform(file, statement.TrimEnd(), Reads(bare), TransformHeader.Read(file, statement));
    }

    private static List<TableReference> Reads(string bare) =>
    [
        .. References().Matches(bare)
            .Select(match => new TableReference(
                match.Groups["schema"].Value.ToLowerInvariant(), match.Groups["table"].Value.Trim('"'), LineAt(bare, match.Index)))
            .DistinctBy(reference => (reference.Schema, reference.Table)),
    ];

    /// <summary>The number of the line that an index lies in, from 1.</summary>
    internal static int LineAt(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    // Comments and strings become blanks of the same length, so that positions stay.
    private static string Blank(string sql) => CommentsAndStrings().Replace(
        sql, match => string.Create(match.Length, match.Value, (blank, text) =>
        {
            for (var i = 0; i < blank.Length; i++)
            {
                blank[i] = text[i] == '\n' ? '\n' : ' ';
            }
        }));

    [GeneratedRegex(@"--[^\n]*|/\*.*?(\*/|\z)|'(?:[^']|'')*('|\z)", RegexOptions.Singleline)]
    private static partial Regex CommentsAndStrings();

    [GeneratedRegex(@"(?<![\w.""])""?(?<schema>raw|curated)""?\s*\.\s*(?<table>""[^""]+""|\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex References();
}
