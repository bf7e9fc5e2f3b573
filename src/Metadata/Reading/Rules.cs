using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>What names, folders and descriptions may look like; each rule gives the value back and reports what breaks it.</summary>
internal static partial class Rules
{
    /// <summary>The most characters of a column's description.</summary>
    public const int LongestComment = 255;

    private const int LongestName = 255;
    private const int LongestDescription = 2048;

    /// <summary>A name of a database, table or column; null if it is none.</summary>
    public static string? Name(LocatedJson? value, FileProblems problems)
    {
        if (value is null)
        {
            return null;
        }

        if (IsName(value.Text))
        {
            return value.Text;
        }

        problems.Add(value, string.Create(
            CultureInfo.InvariantCulture,
            $"{Excerpt.Of(value.Text)} is no name. Use lower-case letters, digits and underscores, at least one and at most {LongestName}."));
        return null;
    }

    /// <summary>Whether a text can name a database, table or column.</summary>
    public static bool IsName(string text) => NameForm().IsMatch(text) && text.Length <= LongestName;

    /// <summary>A folder relative to another, plain enough for S3, Hive and a directory; null if it is none.</summary>
    public static string? Folder(LocatedJson? value, FileProblems problems)
    {
        if (value is null || Fault(value.Text) is not { } fault)
        {
            return value?.Text;
        }

        problems.Add(value, $"The folder {Excerpt.Of(value.Text)} {fault}");
        return null;
    }

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    public static string? Bucket(LocatedJson? value, FileProblems problems)
    {
        if (value is null || BucketForm().IsMatch(value.Text))
        {
            return value?.Text;
        }

        problems.Add(value, $"{Excerpt.Of(value.Text)} is no bucket. Use 3 to 63 lower-case letters, digits, dots and dashes, a letter or digit at both ends.");
        return null;
    }

    /// <summary>The description of a column: Glue takes one line of 255 characters.</summary>
    public static string Comment(LocatedJson? value, FileProblems problems)
    {
        if (value is not null && value.Text.Any(char.IsControl))
        {
            problems.Add(value, "The description of a column holds a line break or another control character, which Glue refuses. Write it on one line.");
        }

        return Short(value, LongestComment, problems);
    }

    /// <summary>The description of a table or database: Glue takes 2048 characters.</summary>
    public static string Description(LocatedJson? value, FileProblems problems) => Short(value, LongestDescription, problems);

    /// <summary>A regular expression; null if there is none, or if it is wrong.</summary>
    public static string? Pattern(LocatedJson? value, FileProblems problems)
    {
        try
        {
            return value is null ? null : new Regex(value.Text).ToString();
        }
        catch (RegexParseException exception)
        {
            var advice = value!.Text.Contains("(?P", StringComparison.Ordinal)
                ? "Write Python's '(?P<name>…)' as '(?<name>…)' and '(?P=name)' as '\\k<name>'."
                : "Correct the regular expression.";
            problems.Add(value, $"{exception.Message} {advice}");
            return null;
        }
    }

    private static string Short(LocatedJson? value, int most, FileProblems problems)
    {
        if (value is not null && value.Text.Length > most)
        {
            problems.Add(value, string.Create(
                CultureInfo.InvariantCulture, $"The description has {value.Text.Length} characters, and Glue takes {most} here. Shorten it."));
        }

        return value?.Text ?? string.Empty;
    }

    private static string? Fault(string folder) => folder switch
    {
        "" => "is empty. Name a folder: files of two tables may not mix.",
        ['/', ..] => "starts with a slash. Leave the slash away.",
        [.., '/'] => "ends with a slash. Leave the slash away: it is added where it is needed.",
        _ when folder.Contains('=', StringComparison.Ordinal) => "holds '=', which readers take for a partition. Use another character.",
        _ when folder.Split('/').Any(part => part is "" or "." or "..") => "holds an empty part, '.' or '..'. Write the path plainly.",
        _ when folder.Split('/').Any(part => part[0] is '_' or '.') => "has a part that starts with '_' or '.', which readers skip. Start it with a letter or digit.",
        _ when !folder.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '.') =>
            "holds a character that is not safe in a path. Use letters, digits, '_', '-', '.' and '/'.",
        _ => null,
    };

    [GeneratedRegex(@"\A[a-z0-9_]+\z")]
    private static partial Regex NameForm();

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketForm();
}
