using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.Contracts;
using Slipstream.DuckDb;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Turns what DuckDB says into what a data engineer needs: whose fault it is, in which file, on which line.</summary>
internal static partial class EngineFailures
{
    public static Task TranslateAsync(string subject, int linesBefore, Func<Task> work) => TranslateAsync(subject, linesBefore, async () =>
    {
        await work();
        return true;
    });

    public static async Task<T> TranslateAsync<T>(string subject, int linesBefore, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DuckDbException exception)
        {
            throw Translate(subject, linesBefore, exception);
        }
    }

    private static StageException Translate(string subject, int linesBefore, DuckDbException exception)
    {
        var message = $"{Place(subject, linesBefore, exception.Message)}: {exception.Message}";
        return Kind().Match(exception.Message).Groups["kind"].Value switch
        {
            "Parser" or "Binder" or "Catalog" => StageException.SettingsWrong(message, exception),
            "Conversion" or "Invalid Input" or "Out of Range" => StageException.DataFailed(message, exception),
            _ => StageException.OutsideFailed(message, exception),
        };
    }

    private static string Place(string subject, int linesBefore, string message) =>
        linesBefore > 0 && Line().Match(message) is { Success: true } match
        && int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) - linesBefore is > 0 and var line
            ? string.Create(CultureInfo.InvariantCulture, $"{subject}({line})")
            : subject;

    [GeneratedRegex(@"^(?<kind>[A-Z][A-Za-z ]*) Error:")]
    private static partial Regex Kind();

    [GeneratedRegex(@"^LINE (?<line>\d+):", RegexOptions.Multiline)]
    private static partial Regex Line();
}
