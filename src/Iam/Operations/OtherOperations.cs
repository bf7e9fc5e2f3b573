namespace Slipstream.Iam.Operations;

/// <summary>Calls of the services around: identity, metrics, logs, keys, Lake Formation.</summary>
internal static class OtherOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        // Even a denial of these two is not looked at.
        new("sts:GetCallerIdentity", "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html", []),
        new("sts:AssumeRoleWithWebIdentity", "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html", []),
        new("cloudwatch:PutMetricData", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html",
            [new Need("cloudwatch:PutMetricData", "*", ["cloudwatch:namespace"])]),
        Logs("CreateLogGroup", "log group"),
        Logs("CreateLogStream", "log group"),
        Logs("PutLogEvents", "log stream"),
        Key("Decrypt"),
        Key("GenerateDataKey"),
        new("lakeformation:GetDataAccess", "https://docs.aws.amazon.com/lake-formation/latest/dg/access-control-underlying-data.html",
            [new Need("lakeformation:GetDataAccess", "*", [])]),
    ];

    private static Operation Logs(string name, string on) => new(
        $"logs:{name}", $"https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_{name}.html", [new Need($"logs:{name}", on, [])]);

    private static Operation Key(string name) => new(
        $"kms:{name}", $"https://docs.aws.amazon.com/kms/latest/APIReference/API_{name}.html", [new Need($"kms:{name}", "key", ["kms:ViaService"])]);
}
