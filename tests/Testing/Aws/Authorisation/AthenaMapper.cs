using System.Text.RegularExpressions;
using Slipstream.Iam.Evaluation;
using Slipstream.Testing.Aws.S3;

namespace Slipstream.Testing.Aws.Authorisation;

/// <summary>
/// What calls of Athena need, and what Athena then does with the caller's own rights
/// (https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena-calledvia.html).
/// </summary>
internal sealed partial class AthenaMapper(LoopbackAthena athena, LoopbackGlue glue)
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Via = Contexts.Of(("aws:CalledVia", "athena.amazonaws.com"));

    public IEnumerable<AccessRequest> Map(AwsCall call)
    {
        var own = new AccessRequest($"athena:{call.Operation}", Arns.WorkGroup(WorkGroup(call)), Contexts.None);
        return call.Operation == "StartQueryExecution" ? [own, .. PassedOn(call)] : [own];
    }

    private string WorkGroup(AwsCall call) => (string?)call.Body["WorkGroup"] ?? ((string?)call.Body["QueryExecutionId"] is { } id ? athena.WorkGroupOf(id) : LoopbackAthena.Primary);

    private IEnumerable<AccessRequest> PassedOn(AwsCall call)
    {
        var statement = (string)call.Body["QueryString"]!;
        var named = Named().Match(statement);
        if (!named.Success)
        {
            throw new InvalidOperationException($"Nobody has said what Athena needs for '{statement}'.");
        }

        var database = named.Groups["database"] is { Success: true } group ? group.Value : (string?)call.Body["QueryExecutionContext"]?["Database"] ?? "default";
        var table = named.Groups["table"].Value;
        return
        [
            .. new[] { "default", database }.Distinct().SelectMany(name => Each(["glue:GetDatabase"], GlueMapper.Database(name))),
            .. Results(call),
            .. Add().IsMatch(statement) ? Adding(statement, database, table) : Repairing(database, table),
        ];
    }

    // https://docs.aws.amazon.com/athena/latest/ug/querying.html: whoever asks writes and reads the results.
    private IEnumerable<AccessRequest> Results(AwsCall call)
    {
        var place = (string?)call.Body["ResultConfiguration"]?["OutputLocation"] ?? athena.ResultsOf(WorkGroup(call));
        if (place is null)
        {
            return [];
        }

        var target = Location(place);
        return [
            new("s3:GetBucketLocation", Arns.Bucket(target), Via),
            .. Each(["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"], Arns.Object(target.Bucket, $"{target.Key.TrimEnd('/')}/{LoopbackAthena.ResultName}")),
        ];
    }

    private static IEnumerable<AccessRequest> Adding(string statement, string database, string table) =>
    [
        .. Each(["glue:GetTable", "glue:BatchCreatePartition"], GlueMapper.Table(database, table)),
        .. Places().Matches(statement).Select(place => Arns.Bucket(Location(place.Groups[1].Value))).Distinct()
            .Select(bucket => new AccessRequest("s3:GetBucketLocation", bucket, Via)),
    ];

    private IEnumerable<AccessRequest> Repairing(string database, string table)
    {
        var place = Location((string)glue.Table(database, table).Input["StorageDescriptor"]!["Location"]!);
        return
        [
            .. Each(["glue:GetTable", "glue:GetPartition", "glue:GetPartitions", "glue:BatchCreatePartition"], GlueMapper.Table(database, table)),
            new("s3:GetBucketLocation", Arns.Bucket(place), Via),
            new("s3:ListBucket", Arns.Bucket(place), Contexts.Of(("aws:CalledVia", "athena.amazonaws.com"), ("s3:prefix", $"{place.Key.TrimEnd('/')}/"))),
        ];
    }

    private static IEnumerable<AccessRequest> Each(IEnumerable<string> actions, params string[] resources) =>
        actions.SelectMany(action => resources.Select(resource => new AccessRequest(action, resource, Via)));

    private static S3Target Location(string text) => text["s3://".Length..].Split('/', 2) is [var bucket, var key]
        ? new S3Target(bucket, key, new Dictionary<string, string>())
        : throw new InvalidOperationException($"'{text}' is no location in S3.");

    [GeneratedRegex(@"^\s*(ALTER TABLE|MSCK REPAIR TABLE)\s+(([`""]?)(?<database>\w+)\3\.)?([`""]?)(?<table>\w+)\4(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(@"^\s*ALTER TABLE\s+\S+\s+ADD\b", RegexOptions.IgnoreCase)]
    private static partial Regex Add();

    [GeneratedRegex(@"LOCATION\s+'(s3://[^']+)'", RegexOptions.IgnoreCase)]
    private static partial Regex Places();
}
