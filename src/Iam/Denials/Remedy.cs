using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Denials;

/// <summary>The capability whose declaration would bring a right.</summary>
/// <param name="Capability">Its type's name.</param>
/// <param name="How">How it is written, with what is known of the resource filled in.</param>
public sealed record Remedy(string Capability, string How)
{
    /// <summary>What to declare for an action on a resource; null if no capability brings such a right.</summary>
    public static Remedy? For(string action, string? resource)
    {
        ArgumentNullException.ThrowIfNull(action);
        return action.ToLowerInvariant() switch
        {
            "s3:listbucket" => Of<List>(Bucket(resource), "\"find …\""),
            "s3:getobject" => Of<Read>(Folder(resource), "\"read …\""),
            "s3:putobject" => Of<WriteOnce>(Folder(resource), "\"write …, once\""),
            "s3:abortmultipartupload" => Of<WriteOnce>(Folder(resource), "\"write …, once\", InParts: true"),
            "s3:deleteobject" => Of<DeleteValidated>(Folder(resource), "\"clear …\""),
            "glue:batchcreatepartition" or "glue:batchupdatepartition" or "glue:batchdeletepartition" or "glue:getpartitions" or "glue:updatepartition" =>
                Of<CatalogPartitions>("MetaData", "\"…\""),
            "glue:getdatabase" or "glue:createdatabase" or "glue:updatedatabase" or "glue:gettables" or "glue:gettable" or "glue:createtable" or "glue:updatetable" =>
                Of<CatalogTables>("MetaData", "\"…\""),
            "glue:deletetable" => Of<CatalogTables>("MetaData", "\"…\", RemovesTables: true"),
            "glue:startjobrun" or "glue:getjobrun" or "glue:batchstopjobrun" => Of<RunGlueJob>($"\"{Last(resource, "JOB")}\"", "\"…\""),
            "athena:startqueryexecution" or "athena:getqueryexecution" or "athena:stopqueryexecution" => Of<AthenaQuery>($"\"{Last(resource, "WORKGROUP")}\"", "…"),
            "kms:decrypt" => Of<UseKey>($"\"{resource ?? "KEY"}\"", "KeyUse.Decrypt, …"),
            "kms:generatedatakey" => Of<UseKey>($"\"{resource ?? "KEY"}\"", "KeyUse.Encrypt, …"),
            "cloudwatch:putmetricdata" => Of<PublishMetrics>("\"NAMESPACE\"", "\"…\""),
            _ => null,
        };
    }

    private static Remedy Of<TCapability>(string first, string rest)
        where TCapability : Capability => new(typeof(TCapability).Name, $"new {typeof(TCapability).Name}({first}, {rest})");

    private static string Bucket(string? arn) => arn is null ? "PREFIX" : $"S3Prefix.Parse(\"s3://{arn[(arn.LastIndexOf(':') + 1)..]}/FOLDER/\")";

    private static string Folder(string? arn)
    {
        var path = arn?[(arn.LastIndexOf(':') + 1)..];
        return path is null || path.LastIndexOf('/') is var slash && slash < 0 ? "PREFIX" : $"S3Prefix.Parse(\"s3://{path[..(slash + 1)]}\")";
    }

    private static string Last(string? arn, string unknown) => arn is null ? unknown : arn[(arn.LastIndexOf('/') + 1)..];
}
