using Slipstream.Testing.Aws.S3;

namespace Slipstream.Testing.Aws.Authorisation;

/// <summary>How IAM names what calls are about: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html.</summary>
internal static class Arns
{
    private const string Glue = $"arn:aws:glue:{LoopbackAws.Region}:{LoopbackAws.Account}";
    private const string Athena = $"arn:aws:athena:{LoopbackAws.Region}:{LoopbackAws.Account}";

    public static string Catalog => $"{Glue}:catalog";

    public static string Bucket(S3Target target) => $"arn:aws:s3:::{target.Bucket}";

    public static string Object(S3Target target) => Object(target.Bucket, target.Key);

    public static string Object(string bucket, string key) => $"arn:aws:s3:::{bucket}/{key}";

    public static string Database(string name) => $"{Glue}:database/{name}";

    public static string Table(string database, string name) => $"{Glue}:table/{database}/{name}";

    public static string Job(string name) => $"{Glue}:job/{name}";

    public static string WorkGroup(string name) => $"{Athena}:workgroup/{name}";

    public static string Role(string pathAndName) => $"arn:aws:iam::{LoopbackAws.Account}:role/{pathAndName}";
}
