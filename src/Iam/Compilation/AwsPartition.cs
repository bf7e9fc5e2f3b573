namespace Slipstream.Iam.Compilation;

/// <summary>The parts of AWS that know nothing of each other: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html.</summary>
public static class AwsPartition
{
    private const string China = "aws-cn";

    /// <summary>The partition of a region, as ARNs name it.</summary>
    public static string Of(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return region switch
        {
            _ when region.StartsWith("cn-", StringComparison.Ordinal) => China,
            _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "aws-us-gov",
            _ => "aws",
        };
    }

    /// <summary>What the names of services end with in <c>kms:ViaService</c>: https://docs.amazonaws.cn/en_us/kms/latest/developerguide/conditions-kms.html.</summary>
    public static string DomainOf(string partition) => partition == China ? "amazonaws.com.cn" : "amazonaws.com";
}
