using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>
/// The rights of what src/ObjectStore/S3 asks of S3:
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html.
/// </summary>
internal sealed class ObjectGrants(AwsScope scope)
{
    public IEnumerable<Grant> Of(ObjectCapability capability) => capability switch
    {
        List list => [Listed(list)],
        Read read => [new("s3:GetObject", Below(read.Prefix, "*"), [], "Read", [read])],
        WriteOnce { InParts: true } write => [.. Created(write), .. InParts(write)],
        WriteOnce write => Created(write),
        // A delete with If-Match takes the right to read, because its answer tells whether the tag is the object's.
        DeleteValidated delete => [Named(delete, "s3:DeleteObject", "Delete", ConditionOf.Unchanged), Named(delete, "s3:GetObject", "Read")],
        _ => throw new InvalidOperationException($"No rights are known for '{capability.GetType().Name}'."),
    };

    // The condition compares what is asked for, byte by byte. 'folder/*' takes in the folder itself.
    private Grant Listed(List list) => new(
        "s3:ListBucket",
        scope.S3(list.Prefix.Bucket),
        [list.FoldersBelow ? ConditionOf.IsLike("s3:prefix", list.Prefix.Key + "*") : ConditionOf.Is("s3:prefix", list.Prefix.Key)],
        "List",
        [list]);

    private IEnumerable<Grant> Created(WriteOnce write) =>
        [Named(write, "s3:PutObject", "Create", scope.EnforceWriteOnce ? [ConditionOf.NothingThere] : [])];

    private IEnumerable<Grant> InParts(WriteOnce write) =>
        [Named(write, "s3:PutObject", "SendParts", ConditionOf.NoObjectYet), Named(write, "s3:AbortMultipartUpload", "GiveUpParts")];

    private Grant Named(NamedObjectCapability objects, string action, string use, params IReadOnlyList<Condition> conditions) =>
        new(action, Below(objects.Prefix, objects.Pattern), conditions, use, [objects]);

    private string Below(S3Prefix prefix, string names) => scope.S3($"{prefix.Bucket}/{prefix.Key}{names}");
}
