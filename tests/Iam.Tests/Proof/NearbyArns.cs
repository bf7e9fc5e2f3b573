namespace Slipstream.Iam.Tests.Proof;

/// <summary>ARNs one step away from an ARN.</summary>
internal static class NearbyArns
{
    private const int Parts = 6;

    public static IEnumerable<string> Of(string arn)
    {
        var parts = arn.Split(':', Parts);
        if (parts.Length < Parts)
        {
            return [arn];
        }

        return
        [
            arn,
            .. parts[3].Length > 0 ? [With(parts, 3, "us-east-1")] : Array.Empty<string>(),
            .. parts[4].Length > 0 ? [With(parts, 4, "999999999999")] : Array.Empty<string>(),
            .. Resources(parts[2], parts[5]).Select(resource => With(parts, 5, resource)),
        ];
    }

    /// <summary>What lies near a pattern of a policy: its wildcards filled, and the slash before them gone.</summary>
    public static IEnumerable<string> OfPattern(string pattern) => pattern == "*" ? [] :
    [
        .. Of(pattern.Replace("*", "x", StringComparison.Ordinal)),
        pattern.Replace("*", "x/y", StringComparison.Ordinal),
        pattern.Replace("*", string.Empty, StringComparison.Ordinal),
        pattern.Replace("/*", "x", StringComparison.Ordinal),
    ];

    private static IEnumerable<string> Resources(string service, string resource)
    {
        var slash = resource.LastIndexOf('/');
        var parent = slash < 0 ? string.Empty : resource[..slash];
        return
        [
            resource + "x", resource + "/x", resource.TrimEnd('/'),
            .. slash > 0 ? [parent, parent + "/other", parent + "_extra" + resource[slash..], parent + "x" + resource[slash..], parent[..^1] + resource[slash..]] : Array.Empty<string>(),
            .. Grandparent(resource),
            .. service == "s3" ? [Bucket(resource, "other-bucket"), Bucket(resource, resource.Split('/')[0] + "-extra"), Bucket(resource, "x" + resource.Split('/')[0])] : Array.Empty<string>(),
        ];
    }

    // a/b/c becomes a/c: the folder above, and the same database's name elsewhere.
    private static IEnumerable<string> Grandparent(string resource) => resource.Split('/') is { Length: > 2 } names
        ? [string.Join('/', [.. names[..^2], names[^1]]), string.Join('/', [.. names[..^2], "other", names[^1]])]
        : [];

    private static string Bucket(string resource, string bucket) =>
        resource.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? bucket + resource[slash..] : bucket;

    private static string With(string[] parts, int at, string value) => string.Join(':', parts.Select((part, index) => index == at ? value : part));
}
