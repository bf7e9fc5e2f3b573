using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>The rights to jobs, keys and metrics.</summary>
internal sealed class ServiceGrants(AwsScope scope)
{
    private static readonly IReadOnlyList<string> JobActions = ["glue:BatchStopJobRun", "glue:GetJobRun", "glue:StartJobRun"];

    public IEnumerable<Grant> Of(RunGlueJob job) =>
        JobActions.Select(action => new Grant(action, scope.Arn("glue", $"job/{job.Job}"), [], "RunJob", [job]));

    /// <summary>CloudWatch knows no resources for it: only the namespace can be held to.</summary>
    public static IEnumerable<Grant> Of(PublishMetrics metrics) =>
        [new("cloudwatch:PutMetricData", "*", [ConditionOf.Is("cloudwatch:namespace", metrics.Namespace)], "PublishMetrics", [metrics])];

    public IEnumerable<Grant> Of(UseKey key) => key.Use switch
    {
        KeyUse.Decrypt => [For(key, "kms:Decrypt", "Decrypt")],
        KeyUse.Encrypt => [For(key, "kms:GenerateDataKey", "Encrypt")],
        KeyUse.EncryptParts => [For(key, "kms:Decrypt", "Decrypt"), For(key, "kms:GenerateDataKey", "Encrypt")],
        _ => throw new InvalidOperationException($"No rights are known for '{key.Use}'."),
    };

    // Only S3 may use the key for the stage, and only for this bucket:
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#encryption-context
    private Grant For(UseKey key, string action, string use) =>
        new(action, key.KeyArn, [.. Context(key.Bucket), ConditionOf.Is("kms:ViaService", S3Of(key))], use, [key]);

    private IEnumerable<Condition> Context(string bucket) => scope.BucketKeys
        ? [ConditionOf.Is("kms:EncryptionContext:aws:s3:arn", scope.S3(bucket))]
        : [ConditionOf.IsLike("kms:EncryptionContext:aws:s3:arn", scope.S3($"{bucket}/*"))];

    // S3 as the key's region calls it.
    private static string S3Of(UseKey key)
    {
        var arn = key.KeyArn.Split(':');
        return $"s3.{arn[3]}.{AwsPartition.DomainOf(arn[1])}";
    }
}
