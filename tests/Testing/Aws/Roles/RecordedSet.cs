using System.Text.RegularExpressions;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Recording;

namespace Slipstream.Testing.Aws.Roles;

/// <summary>
/// What roles have asked for, each thing once, in a form that stays the same while the stages do: hashes in names are made alike, and of the context
/// only what policies here can ask about is kept. The file of it is a record of calls as <c>dag-gen iam</c> reads it.
/// </summary>
public static partial class RecordedSet
{
    private const string AnyTag = "tag";
    private static readonly string[] Kept = ["s3:prefix", "s3:if-none-match", "s3:if-match", "s3:ObjectCreationOperation"];

    /// <summary>The lines of a file, in order: by role, operation and what was asked for.</summary>
    public static string Of(IEnumerable<DecidedCall> calls)
    {
        ArgumentNullException.ThrowIfNull(calls);
        return string.Concat(calls
            .Select(call => call.Call with { Requests = [.. call.Call.Requests.Select(Plain)] })
            .DistinctBy(call => CallRecord.Write(call with { Scenario = "" }))
            .OrderBy(call => (call.Role, call.Operation))
            .ThenBy(call => CallRecord.Write(call with { Scenario = "" }), StringComparer.Ordinal)
            .Select(call => CallRecord.Write(call) + "\n"));
    }

    private static AccessRequest Plain(AccessRequest request) => new(
        request.Action,
        Alike(request.Resource),
        request.Context
            .Where(pair => Kept.Contains(pair.Key) || !pair.Key.StartsWith("s3:", StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key, pair => Plain(pair.Key, pair.Value), StringComparer.OrdinalIgnoreCase));

    private static IReadOnlyList<string> Plain(string key, IReadOnlyList<string> values) =>
        key == "s3:if-match" ? [AnyTag] : [.. values.Select(Alike)];

    private static string Alike(string name) => Hash().Replace(name, "${start}0123456789ab");

    // Of a version, which is named after data, SQL, metadata and release, and of findings, which are named after the bytes.
    [GeneratedRegex(@"(?<start>[0-9]{10}-|\.gz\.)[0-9a-f]{12}")]
    private static partial Regex Hash();
}
