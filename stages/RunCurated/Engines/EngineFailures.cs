using System.Globalization;
using System.Text.RegularExpressions;
using Slipstream.Contracts;
using Slipstream.DuckDb;

namespace Slipstream.Stages.RunCurated.Engines;

/// <summary>Turns what DuckDB says into what a data engineer needs: whose fault it is, in which file, on which line.</summary>
/// <param name="localRaw">The local folder of the extracts, as it stands in DuckDB's messages.</param>
/// <param name="rawHist">What that folder is a copy of.</param>
internal sealed partial class EngineFailures(string localRaw, S3Prefix rawHist)
{
    public Task TranslateAsync(string subject, int linesBefore, Func<Task> work) => TranslateAsync(subject, linesBefore, async () =>
    {
        await work();
        return true;
    });

    public async Task<T> TranslateAsync<T>(string subject, int linesBefore, Func<Task<T>> work)
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

    private StageException Translate(string subject, int linesBefore, DuckDbException exception)
    {
        var text = Advice().Replace(exception.Message, string.Empty).Replace(localRaw + Path.DirectorySeparatorChar, rawHist.ToString(), StringComparison.Ordinal);
        var message = $"{Place(subject, linesBefore, text)}: {text}";
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

    // What to set in DuckDB's own functions is no help to who reads raw.table.
    [GeneratedRegex(@"\s*^Try setting [^\n]*", RegexOptions.Multiline)]
    private static partial Regex Advice();

    [GeneratedRegex(@"^(?<kind>[A-Z][A-Za-z ]*) Error:")]
    private static partial Regex Kind();

    [GeneratedRegex(@"^LINE (?<line>\d+):", RegexOptions.Multiline)]
    private static partial Regex Line();
}
