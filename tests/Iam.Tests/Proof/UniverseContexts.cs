using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>What requests say besides action and resource.</summary>
internal static class UniverseContexts
{
    public static IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> Of(IReadOnlyList<Capability> capabilities) =>
    [
        With(),
        With(("s3:if-none-match", "*")),
        With(("s3:if-match", "\"tag\"")),
        With(("s3:ObjectCreationOperation", "false")),
        With(("s3:ObjectCreationOperation", "true")),
        With(("aws:CalledVia", "athena.amazonaws.com")),
        With(("aws:CalledVia", "cloudformation.amazonaws.com")),
        .. capabilities.SelectMany(Prefixes).Distinct().Select(prefix => With(("s3:prefix", prefix))),
        .. capabilities.OfType<AthenaQuery>().Select(query => With(("aws:CalledVia", "athena.amazonaws.com"), ("s3:prefix", query.Data.Key + "x/"))),
        .. capabilities.OfType<PublishMetrics>().SelectMany(metrics => new[] { metrics.Namespace, metrics.Namespace + "x" }).Distinct().Select(name => With(("cloudwatch:namespace", name))),
        .. capabilities.OfType<UseKey>().SelectMany(Keys),
    ];

    private static IEnumerable<string> Prefixes(Capability capability) => capability is List { Prefix.Key: var key }
        ? [string.Empty, key, key.TrimEnd('/'), key + "deeper/", key + "x", key.TrimEnd('/') + "_extra/", key[..(key.TrimEnd('/').LastIndexOf('/') + 1)], key.ToUpperInvariant(), "other/"]
        : [];

    private static IEnumerable<IReadOnlyDictionary<string, IReadOnlyList<string>>> Keys(UseKey key)
    {
        var service = $"s3.{key.KeyArn.Split(':')[3]}.amazonaws.com";
        return
        [
            With(("kms:ViaService", service), ("kms:EncryptionContext:aws:s3:arn", $"arn:aws:s3:::{key.Bucket}")),
            With(("kms:ViaService", service), ("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::other-bucket")),
            With(("kms:ViaService", "glue.eu-west-1.amazonaws.com"), ("kms:EncryptionContext:aws:s3:arn", $"arn:aws:s3:::{key.Bucket}")),
            With(("kms:ViaService", service), ("kms:EncryptionContext:aws:s3:arn", $"arn:aws:s3:::{key.Bucket}-extra")),
            With(("kms:ViaService", service + ".cn"), ("kms:EncryptionContext:aws:s3:arn", $"arn:aws:s3:::{key.Bucket}")),
            With(("kms:ViaService", service)),
            With(("kms:EncryptionContext:aws:s3:arn", $"arn:aws:s3:::{key.Bucket}")),
        ];
    }

    private static Dictionary<string, IReadOnlyList<string>> With(params IReadOnlyList<(string Key, string Value)> pairs) =>
        pairs.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[pair.Value], StringComparer.OrdinalIgnoreCase);
}
