using System.Text.Json.Nodes;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Recording;

namespace Slipstream.Testing.Aws.Roles;

/// <summary>A call of a role, what it needed, and what its policy said to each need.</summary>
/// <param name="Call">What was asked.</param>
/// <param name="Verdicts">One for each request of the call, up to the first that was denied.</param>
public sealed record DecidedCall(RecordedCall Call, IReadOnlyList<Verdict> Verdicts)
{
    public bool IsAllowed => Denied is null;

    /// <summary>The request that was denied; null if none was.</summary>
    public AccessRequest? Denied => Verdicts.Count > 0 && !Verdicts[^1].IsAllowed ? Call.Requests[Verdicts.Count - 1] : null;

    /// <summary>What in the policy let the call through.</summary>
    public IEnumerable<Atom> Atoms => Verdicts.Where(verdict => verdict.IsAllowed).SelectMany(verdict => verdict.Atoms);

    /// <summary>A line of <see cref="CallRecord"/>, with the decision besides.</summary>
    public string ToLine()
    {
        var line = JsonNode.Parse(CallRecord.Write(Call))!.AsObject();
        line["decision"] = $"{(IsAllowed ? Decision.Allowed : Verdicts[^1].Decision)}";
        line["because"] = new JsonArray([.. Verdicts.Select(verdict => verdict.Because is { } atom ? (JsonNode)$"{atom}" : null)]);
        return line.ToJsonString();
    }
}
