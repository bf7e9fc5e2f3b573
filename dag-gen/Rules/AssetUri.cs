using System.Text.RegularExpressions;

namespace Slipstream.DagGen.Rules;

/// <summary>The form in which every release of Airflow compares assets.</summary>
internal static partial class AssetUri
{
    private const int Longest = 1500;

    /// <summary>What is wrong with a URI and what to do, or null.</summary>
    public static string? Fault(string uri) => uri switch
    {
        _ when uri.Length > Longest => $"The URI has {uri.Length} characters. Airflow stores {Longest}: shorten it.",
        _ when !Form().IsMatch(uri) => $"'{uri}' is no URI. Write it as 's3://bucket/folder', in ASCII and without spaces.",
        _ when uri.StartsWith("airflow:", StringComparison.OrdinalIgnoreCase) => $"'{uri}' has the scheme 'airflow', which is Airflow's own. Use the scheme of the data.",
        _ when Canonical(uri) is var canonical && canonical != uri => $"Airflow would change '{uri}', in some releases only, and nobody who waits for it would hear of it. Write '{canonical}'.",
        _ => null,
    };

    /// <summary>The scheme in lower case; no password, no slash at the end, no fragment; the query sorted.</summary>
    public static string Canonical(string uri)
    {
        var parts = Form().Match(uri);
        if (!parts.Success)
        {
            return uri;
        }

        var authority = parts.Groups["authority"].Value;
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? string.Empty : authority[..at].Split(':')[0] + "@";
        var query = parts.Groups["query"].Value.Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        return string.Concat(
            parts.Groups["scheme"].Value.ToLowerInvariant(),
            "://",
            user + authority[(at + 1)..],
            parts.Groups["path"].Value.TrimEnd('/'),
            parts.Groups["query"].Length == 0 ? string.Empty : "?" + string.Join('&', query));
    }

    [GeneratedRegex(@"^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[!-.0-~-[?#]]*)(?<path>/[!-~-[?#]]*)?(\?(?<query>[!-~-[#]]*))?(#[!-~]*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
