using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>What lay in land, raw-hist and quarantine, none of which may get lost, changed or half written.</summary>
internal sealed class KeptObjects(LoopbackAws aws)
{
    private const string RawHist = "example-raw-hist";
    private static readonly string[] Buckets = ["example-land", RawHist, "example-quarantine"];

    private readonly Dictionary<string, byte[]> _before = ObjectsOf(aws);

    public IReadOnlyList<string> Faults()
    {
        var now = ObjectsOf(aws);
        return
        [
            .. _before.Where(stored => !now.Values.Any(bytes => bytes.AsSpan().SequenceEqual(stored.Value))).Select(stored => $"lost: {stored.Key}"),
            .. _before.Where(stored => stored.Key.StartsWith(RawHist, StringComparison.Ordinal) && now.GetValueOrDefault(stored.Key)?.AsSpan().SequenceEqual(stored.Value) != true)
                .Select(stored => $"changed: {stored.Key}"),
            .. now.Where(stored => stored.Key.StartsWith(RawHist, StringComparison.Ordinal) && !_before.Values.Any(bytes => bytes.AsSpan().SequenceEqual(stored.Value)))
                .Select(stored => $"came from nowhere: {stored.Key}"),
        ];
    }

    // Findings are written beside what is quarantined.
    private static Dictionary<string, byte[]> ObjectsOf(LoopbackAws aws) => Buckets
        .SelectMany(bucket => aws.S3.Objects(bucket).Where(stored => !stored.Key.Contains("/_findings/", StringComparison.Ordinal)).Select(stored => (Name: $"{bucket}/{stored.Key}", Bytes: stored.Value.Bytes.ToArray())))
        .ToDictionary(stored => stored.Name, stored => stored.Bytes);
}
