using Slipstream.ObjectStore.S3;
using Slipstream.Testing;
using Slipstream.Testing.Aws;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>What others do, or S3, while a stage runs.</summary>
internal static class Meddling
{
    /// <summary>Once, right before a call.</summary>
    public static void Before(this PipelineAccount account, string operation, string bucket, Action<AwsCall> act)
    {
        var isDone = false;
        account.Aws.Before = call =>
        {
            if (!isDone && call.Operation == operation && (call.Service != "s3" || call.Target.Bucket == bucket))
            {
                isDone = true;
                act(call);
            }

            return null;
        };
    }

    /// <summary>A call that fails, for a reason that no retry helps.</summary>
    public static void Fail(this PipelineAccount account, string operation, string bucket, string below = "") => account.Aws.Before = call =>
        call.Operation == operation && (call.Service != "s3" || (call.Target.Bucket == bucket && call.Target.Key.Contains(below, StringComparison.Ordinal)))
            ? throw new AwsRefusalException("InvalidRequest", "Not now.", 400)
            : null;

    /// <summary>What is larger than 400 kB goes in parts, as what is larger than 5 GiB does.</summary>
    public static void InParts(this PipelineAccount account) => account.Limits = new S3Limits { LargestRequest = 400_000 };

    /// <summary>Nothing meddles any more.</summary>
    public static void LeaveAlone(this PipelineAccount account) => account.Aws.Before = NoReply;

    private static LoopbackHttpReply? NoReply(AwsCall call) => null;
}
