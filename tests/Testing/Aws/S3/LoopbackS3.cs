using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Slipstream.Testing.Aws.S3;

/// <summary>The buckets of the loopback AWS, with what S3 promises of conditions, checksums and listings.</summary>
public sealed class LoopbackS3
{
    internal const string NoSuchKey = "NoSuchKey";
    internal const string Encryption = "x-amz-server-side-encryption";
    internal const string EncryptionKey = "x-amz-server-side-encryption-aws-kms-key-id";
    private readonly Dictionary<string, S3Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, S3Upload> _uploads = new(StringComparer.Ordinal);
    private DateTimeOffset _clock = DateTimeOffset.FromUnixTimeSeconds(1_573_569_000);
    private int _begun;

    /// <summary>The most that a page of a listing holds, whatever is asked for.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>Whether buckets have keys of their own below the KMS key, which KMS then sees instead of the objects.</summary>
    public bool HasBucketKeys { get; set; } = true;

    /// <summary>The uploads that were begun and neither completed nor aborted.</summary>
    public int OpenUploads => _uploads.Count;

    public void CreateBucket(string name) => _buckets.TryAdd(name, new S3Bucket());

    /// <summary>A bucket's objects, by key.</summary>
    public IReadOnlyDictionary<string, S3Stored> Objects(string bucket) => Find(bucket).Objects;

    /// <summary>Puts an object, as somebody else would.</summary>
    public void Put(string bucket, string key, byte[] bytes) =>
        Find(bucket).Put(key, New(bytes, new Dictionary<string, string>(), null, S3Checksum.Of(S3Checksum.Unasked, bytes)));

    /// <summary>Removes an object, as somebody else would.</summary>
    public void Delete(string bucket, string key) => Find(bucket).Delete(key, null);

    internal LoopbackHttpReply Do(AwsCall call) => call.Operation switch
    {
        "ListObjectsV2" => List(call),
        "GetObject" or "HeadObject" => S3Answers.Content(call, BucketOf(call).Find(call.Target.Key, call.Header("If-Match"))),
        "PutObject" => Put(call),
        "CopyObject" => Copy(call),
        "DeleteObject" => Delete(call),
        "DeleteObjects" => DeleteMany(call),
        "CreateMultipartUpload" => Begin(call),
        "UploadPart" => UploadPart(call),
        "UploadPartCopy" => CopyPart(call),
        "CompleteMultipartUpload" => Complete(call),
        "AbortMultipartUpload" => Abort(call),
        _ => throw new AwsRefusalException("NotImplemented", call.Operation, 501),
    };

    /// <summary>The KMS key that an object is encrypted with; null if it has none, or is not there.</summary>
    internal string? KeyOf(S3Target target) => _buckets.GetValueOrDefault(target.Bucket)?.Objects.GetValueOrDefault(target.Key)?.KmsKey;

    internal string? KeyOfUpload(string id) => _uploads.GetValueOrDefault(id)?.Like.KmsKey;

    private LoopbackHttpReply List(AwsCall call)
    {
        var query = call.Target.Query;
        var prefix = query.GetValueOrDefault("prefix", "");
        var after = query.TryGetValue("continuation-token", out var token) ? Encoding.UTF8.GetString(Convert.FromHexString(token)) : null;
        var size = Math.Min(PageSize, int.Parse(query.GetValueOrDefault("max-keys", "1000"), CultureInfo.InvariantCulture));
        var rest = BucketOf(call).Objects
            .Where(found => found.Key.StartsWith(prefix, StringComparison.Ordinal) && (after is null || Utf8Order.Instance.Compare(found.Key, after) > 0)).Take(size + 1).ToList();
        var page = rest.Take(size).ToList();
        return S3Xml.Document("ListBucketResult",
        [
            S3Xml.Element("Name", call.Target.Bucket),
            S3Xml.Element("Prefix", prefix),
            S3Xml.Element("KeyCount", page.Count),
            S3Xml.Element("MaxKeys", size),
            S3Xml.Element("IsTruncated", rest.Count > size),
            .. rest.Count > size ? new[] { S3Xml.Element("NextContinuationToken", Convert.ToHexString(Encoding.UTF8.GetBytes(page[^1].Key))) } : [],
            .. page.Select(found => S3Xml.Element(
                "Contents", S3Xml.Element("Key", found.Key), S3Answers.Time(found.Value), S3Xml.Element("ETag", S3Answers.Quoted(found.Value)),
                S3Xml.Element("Size", found.Value.Bytes.Length), S3Xml.Element("StorageClass", "STANDARD"))),
        ]);
    }

    private LoopbackHttpReply Put(AwsCall call)
    {
        var bucket = BucketOf(call);
        var content = S3Content.Of(call.Http);
        bucket.RequireNone(call.Target.Key, call.Header("If-None-Match"));
        var stored = New(content.Bytes, HeadersOf(call), KeyOf(call), content.Checksum ?? S3Checksum.Of(S3Checksum.Unasked, content.Bytes));
        bucket.Put(call.Target.Key, stored);
        return S3Answers.Written(stored);
    }

    private LoopbackHttpReply Copy(AwsCall call)
    {
        var source = FindSource(call);
        var bucket = BucketOf(call);
        bucket.RequireNone(call.Target.Key, call.Header("If-None-Match"));
        var bytes = source.Bytes.ToArray();
        var algorithm = call.Header("x-amz-checksum-algorithm")?.ToLowerInvariant() ?? source.Checksum?.Algorithm ?? S3Checksum.Unasked;
        var stored = New(bytes, source.Headers, KeyOf(call), S3Checksum.Of(algorithm, bytes));
        bucket.Put(call.Target.Key, stored);
        return S3Answers.Document("CopyObjectResult", stored, S3Answers.Time(stored));
    }

    private LoopbackHttpReply Delete(AwsCall call)
    {
        BucketOf(call).Delete(call.Target.Key, call.Header("If-Match"));
        return S3Answers.Empty(204, new Dictionary<string, string>());
    }

    private LoopbackHttpReply DeleteMany(AwsCall call)
    {
        var bucket = BucketOf(call);
        var list = S3Xml.Parse(S3Content.Of(call.Http).Bytes);
        var isQuiet = S3Xml.Text(list, "Quiet") == "true";
        return S3Xml.Document("DeleteResult", list.Elements().Where(child => child.Name.LocalName == "Object")
            .Select(child => DeleteOne(bucket, S3Xml.Text(child, "Key")!, S3Xml.Text(child, "ETag")))
            .Where(answer => !isQuiet || answer.Name.LocalName == "Error"));
    }

    private static XElement DeleteOne(S3Bucket bucket, string key, string? ifMatch)
    {
        try
        {
            bucket.Delete(key, ifMatch);
            return S3Xml.Element("Deleted", S3Xml.Element("Key", key));
        }
        catch (AwsRefusalException refusal)
        {
            return S3Xml.Element("Error", S3Xml.Element("Key", key), S3Xml.Element("Code", refusal.Code), S3Xml.Element("Message", refusal.Message));
        }
    }

    private LoopbackHttpReply Begin(AwsCall call)
    {
        BucketOf(call);
        var id = string.Create(CultureInfo.InvariantCulture, $"upload-{++_begun}");
        var like = New([], HeadersOf(call), KeyOf(call), null);
        _uploads[id] = new S3Upload(call.Target, like, call.Header("x-amz-checksum-algorithm")?.ToLowerInvariant());
        var headers = new Dictionary<string, string>();
        S3Answers.Encryption(like, headers);
        return S3Xml.Document("InitiateMultipartUploadResult",
            [S3Xml.Element("Bucket", call.Target.Bucket), S3Xml.Element("Key", call.Target.Key), S3Xml.Element("UploadId", id)]) with
        { Headers = headers };
    }

    private LoopbackHttpReply UploadPart(AwsCall call)
    {
        var upload = UploadOf(call);
        var content = S3Content.Of(call.Http);
        return S3Answers.Written(upload.Add(call.Target.Query["partNumber"], content.Bytes, content.Checksum, isCopy: false));
    }

    private LoopbackHttpReply CopyPart(AwsCall call)
    {
        var upload = UploadOf(call);
        var range = call.Header("x-amz-copy-source-range")!["bytes=".Length..].Split('-').Select(bound => int.Parse(bound, CultureInfo.InvariantCulture)).ToList();
        var part = upload.Add(call.Target.Query["partNumber"], FindSource(call).Bytes[range[0]..(range[1] + 1)].ToArray(), null, isCopy: true);
        return S3Answers.Document("CopyPartResult", part, S3Answers.Time(part));
    }

    private LoopbackHttpReply Complete(AwsCall call)
    {
        var upload = UploadOf(call);
        var bucket = BucketOf(call);
        var stored = upload.Complete(S3Xml.Parse(S3Content.Of(call.Http).Bytes)) with { LastModified = Now() };
        bucket.RequireNone(call.Target.Key, call.Header("If-None-Match"));
        bucket.Put(call.Target.Key, stored);
        _uploads.Remove(call.Target.Query["uploadId"]);
        return S3Answers.Document("CompleteMultipartUploadResult", stored, S3Xml.Element("Bucket", call.Target.Bucket), S3Xml.Element("Key", call.Target.Key));
    }

    private LoopbackHttpReply Abort(AwsCall call)
    {
        UploadOf(call);
        _uploads.Remove(call.Target.Query["uploadId"]);
        return S3Answers.Empty(204, new Dictionary<string, string>());
    }

    private S3Upload UploadOf(AwsCall call) =>
        _uploads.GetValueOrDefault(call.Target.Query["uploadId"]) is { } upload && (upload.Target.Bucket, upload.Target.Key) == (call.Target.Bucket, call.Target.Key)
            ? upload
            : throw new AwsRefusalException("NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", 404);

    private S3Stored FindSource(AwsCall call)
    {
        var source = call.Source!;
        return Find(source.Bucket).Find(source.Key, call.Header("x-amz-copy-source-if-match"));
    }

    private S3Bucket BucketOf(AwsCall call) => Find(call.Target.Bucket);

    private S3Bucket Find(string bucket) => _buckets.GetValueOrDefault(bucket) ?? throw new AwsRefusalException("NoSuchBucket", "The specified bucket does not exist", 404);

    private S3Stored New(byte[] bytes, IReadOnlyDictionary<string, string> headers, string? kmsKey, S3Checksum? checksum) => new()
    {
        Bytes = bytes,
        ETag = S3Stored.TagOf(bytes, kmsKey),
        LastModified = Now(),
        Headers = headers,
        KmsKey = kmsKey,
        Checksum = checksum,
    };

    private static Dictionary<string, string> HeadersOf(AwsCall call)
    {
        var kept = call.Http.HeaderNames
            .Where(name => name.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase) || name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(name => name, name => call.Header(name)!, StringComparer.OrdinalIgnoreCase);
        var encoding = (call.Header("Content-Encoding") ?? "").Split(',', StringSplitOptions.TrimEntries).Where(part => part is not ("aws-chunked" or "")).ToList();
        if (encoding.Count > 0)
        {
            kept["Content-Encoding"] = string.Join(',', encoding);
        }

        return kept;
    }

    private static string? KeyOf(AwsCall call) => (call.Header(Encryption), call.Header(EncryptionKey)) switch
    {
        (null or "AES256", null) => null,
        ("aws:kms", { } key) => key,
        _ => throw new AwsRefusalException("InvalidArgument", "The encryption method specified is not supported, or no key is named."),
    };

    private DateTimeOffset Now() => _clock += TimeSpan.FromSeconds(1);
}
