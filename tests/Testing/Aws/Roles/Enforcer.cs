using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Recording;
using Slipstream.Testing.Aws.Authorisation;
using Slipstream.Testing.Aws.S3;
using Slipstream.Testing.Aws.Sts;

namespace Slipstream.Testing.Aws.Roles;

/// <summary>Lets a call of a role through or not, as its policy says, and says so as AWS does.</summary>
internal sealed class Enforcer(AwsRoles roles, RoleRecord record, Func<AwsCall, IReadOnlyList<AccessRequest>> map)
{
    private static readonly string[] TellsOfMissing = ["GetObject", "HeadObject", "CopyObject", "UploadPartCopy"];

    /// <summary>Does a call that is allowed.</summary>
    /// <exception cref="AwsRefusalException">It is not.</exception>
    public LoopbackHttpReply Do(AwsCall call, AwsSession? session, Func<AwsCall, LoopbackHttpReply> act)
    {
        if (session is null || roles.Find(session.Role) is not { } role)
        {
            return act(call);
        }

        Require(call, session, role);
        try
        {
            return act(call);
        }
        catch (AwsRefusalException refusal) when (refusal.Code == LoopbackS3.NoSuchKey && TellsOfMissing.Contains(call.Operation) && !MayKnow(role, call))
        {
            throw Denial(session, call, ToKnow(call), Decision.ImplicitlyDenied);
        }
    }

    private void Require(AwsCall call, AwsSession session, AwsRole role)
    {
        var requests = map(call);
        var verdicts = new List<Verdict>();
        foreach (var request in requests)
        {
            verdicts.Add(roles.Decide(role, request));
            if (!verdicts[^1].IsAllowed)
            {
                break;
            }
        }

        var decided = new DecidedCall(new RecordedCall(role.Name, record.Scenario, $"{call.Service}:{call.Operation}", requests), verdicts);
        record.Add(decided);
        if (decided.Denied is { } denied)
        {
            throw Denial(session, call, denied, verdicts[^1].Decision);
        }
    }

    // That a key is not there, only he learns who may list the bucket; such a request has no prefix that a condition could compare:
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html#API_GetObject_RequestSyntax.
    private static bool MayKnow(AwsRole role, AwsCall call) => role.Decide(ToKnow(call)).IsAllowed;

    private static AccessRequest ToKnow(AwsCall call) => new("s3:ListBucket", Arns.Bucket(call.Source ?? call.Target), Contexts.None);

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
    private static AwsRefusalException Denial(AwsSession session, AwsCall call, AccessRequest denied, Decision decision)
    {
        var resource = call.Service == "s3" ? $"\"{denied.Resource}\"" : denied.Resource;
        var why = decision == Decision.ExplicitlyDenied
            ? "with an explicit deny in an identity-based policy"
            : $"because no identity-based policy allows the {denied.Action} action";
        var message = $"User: {session.Arn} is not authorized to perform: {denied.Action} on resource: {resource} {why}";
        return call.Service == "s3" ? new AwsRefusalException("AccessDenied", message, 403) : new AwsRefusalException("AccessDeniedException", message);
    }
}
