using System.Net;
using Amazon.S3;

namespace Slipstream.ObjectStore.S3;

/// <summary>What S3's answers mean: the refusals that are outcomes, not failures, and tags.</summary>
internal static class S3Answers
{
    /// <summary>If-Match or If-None-Match did not hold.</summary>
    public static bool IsConditionFailed(AmazonS3Exception exception) => exception.StatusCode == HttpStatusCode.PreconditionFailed;

    /// <summary>Another request for the same key was under way: nothing was done, and a new try decides.</summary>
    public static bool IsConflict(AmazonS3Exception exception) =>
        exception.StatusCode == HttpStatusCode.Conflict && exception.ErrorCode == "ConditionalRequestConflict";

    /// <summary>No object, in a bucket that is there. HEAD has no body, so its code is only 'NotFound'.</summary>
    public static bool IsObjectMissing(AmazonS3Exception exception) =>
        exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode != "NoSuchBucket";

    /// <summary>An entity tag as a listing's and an answer's header agree on it: without quotes.</summary>
    public static string Unquoted(string etag) => etag.Trim('"');
}
