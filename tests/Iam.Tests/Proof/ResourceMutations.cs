namespace Slipstream.Iam.Tests.Proof;

/// <summary>What people write instead of a resource.</summary>
internal static class ResourceMutations
{
    private const string S3 = "arn:aws:s3:::";

    public static IEnumerable<(string Operator, string[] Resources)> Of(string resource) =>
    [
        ("drop resource", []),
        .. resource == "*" ? [] : new[] { ("any resource", new[] { "*" }) },
        .. resource.StartsWith(S3, StringComparison.Ordinal) ? OfS3(resource[S3.Length..]) : OfOther(resource),
    ];

    private static IEnumerable<(string Operator, string[] Resources)> OfS3(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var bucket = slash < 0 ? path : path[..slash];
        yield return ("bucket wildcard", [$"{S3}{bucket}*{path[bucket.Length..]}"]);
        if (slash >= 0)
        {
            var folder = path[..path.LastIndexOf('/')];
            yield return ("parent prefix", [$"{S3}{(folder.Contains('/', StringComparison.Ordinal) ? folder[..folder.LastIndexOf('/')] : folder)}/*"]);
            yield return ("no slash", [$"{S3}{folder}*"]);
        }
    }

    private static IEnumerable<(string Operator, string[] Resources)> OfOther(string resource)
    {
        if (resource.Split(':', 6) is not [_, _, _, var region, var account, var name] parts)
        {
            yield break;
        }

        if (region.Length > 0)
        {
            yield return ("region wildcard", [With(parts, 3, "*")]);
        }

        if (account.Length > 0)
        {
            yield return ("account wildcard", [With(parts, 4, "*")]);
        }

        foreach (var (change, text) in Names(name))
        {
            yield return (change, [With(parts, 5, text)]);
        }
    }

    private static IEnumerable<(string Operator, string Name)> Names(string name) => name.Split('/') switch
    {
        ["database", var database] => [("database wildcard", "database/*"), ("database suffix", $"database/{database}*")],
        ["table", var database, var table] =>
        [
            ("database wildcard", $"table/*/{table}"), ("database suffix", $"table/{database}*/{table}"),
            ("table wildcard", $"table/{database}/*"), .. table == "*" ? [] : new[] { ("table suffix", $"table/{database}/{table}*") },
        ],
        [var kind, var one] => [("table suffix", $"{kind}/{one}*"), ("table wildcard", $"{kind}/*")],
        _ => [("table suffix", $"{name}*")],
    };

    private static string With(string[] parts, int at, string value) => string.Join(':', parts.Select((part, index) => index == at ? value : part));
}
