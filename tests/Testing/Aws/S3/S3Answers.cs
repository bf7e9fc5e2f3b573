using System.Globalization;
using System.Net.Http.Headers;
using System.Xml.Linq;

namespace Slipstream.Testing.Aws.S3;

/// <summary>What S3 answers when it has done what it was asked.</summary>
internal static class S3Answers
{
    public static LoopbackHttpReply Empty(int status, IReadOnlyDictionary<string, string> headers) =>
        new(status, default) { ContentType = "application/xml", Headers = headers };

    /// <summary>An object, or the stretch of it that was asked for.</summary>
    public static LoopbackHttpReply Content(AwsCall call, S3Stored stored)
    {
        var headers = new Dictionary<string, string>(stored.Headers)
        {
            ["ETag"] = Quoted(stored),
            ["Last-Modified"] = stored.LastModified.ToString("R", CultureInfo.InvariantCulture),
            ["Accept-Ranges"] = "bytes",
        };
        Encryption(stored, headers);
        var type = headers.Remove("Content-Type", out var given) ? given : "binary/octet-stream";
        if (call.Header("Range") is { } range)
        {
            return Stretch(stored, RangeHeaderValue.Parse(range).Ranges.Single(), headers) with { ContentType = type };
        }

        if (call.Header("x-amz-checksum-mode") == "ENABLED" && stored.Checksum is { } checksum)
        {
            headers[S3Checksum.Prefix + checksum.Algorithm] = checksum.Value;
            headers["x-amz-checksum-type"] = checksum.Type;
        }

        return new LoopbackHttpReply(200, stored.Bytes) { ContentType = type, Headers = headers };
    }

    /// <summary>The answer to an upload: what was made of it, in headers.</summary>
    public static LoopbackHttpReply Written(S3Stored stored)
    {
        var headers = new Dictionary<string, string> { ["ETag"] = Quoted(stored) };
        Encryption(stored, headers);
        if (stored.Checksum is { } checksum)
        {
            headers[S3Checksum.Prefix + checksum.Algorithm] = checksum.Value;
            headers["x-amz-checksum-type"] = checksum.Type;
        }

        return Empty(200, headers);
    }

    /// <summary>The same in a body.</summary>
    public static LoopbackHttpReply Document(string root, S3Stored stored, params XElement[] more)
    {
        var headers = new Dictionary<string, string>();
        Encryption(stored, headers);
        return S3Xml.Document(root, [.. more, S3Xml.Element("ETag", Quoted(stored)), .. Checksum(stored)]) with { Headers = headers };
    }

    public static XElement Time(S3Stored stored) => S3Xml.Element("LastModified", stored.LastModified.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture));

    public static string Quoted(S3Stored stored) => $"\"{stored.ETag}\"";

    public static void Encryption(S3Stored stored, Dictionary<string, string> headers)
    {
        headers[LoopbackS3.Encryption] = stored.KmsKey is null ? "AES256" : "aws:kms";
        if (stored.KmsKey is { } key)
        {
            headers[LoopbackS3.EncryptionKey] = key;
        }
    }

    private static IEnumerable<XElement> Checksum(S3Stored stored) => stored.Checksum is { } checksum
        ? [S3Xml.Element($"Checksum{checksum.Algorithm.ToUpperInvariant()}", checksum.Value), S3Xml.Element("ChecksumType", checksum.Type)]
        : [];

    private static LoopbackHttpReply Stretch(S3Stored stored, RangeItemHeaderValue range, Dictionary<string, string> headers)
    {
        var length = stored.Bytes.Length;
        var from = (int)(range.From ?? Math.Max(0, length - range.To!.Value));
        var last = (int)(range.From is null ? length - 1 : Math.Min(range.To ?? length - 1, length - 1));
        if (from > last)
        {
            throw new AwsRefusalException("InvalidRange", "The requested range is not satisfiable", 416);
        }

        headers["Content-Range"] = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{last}/{length}");
        return new LoopbackHttpReply(206, stored.Bytes[from..(last + 1)]) { Headers = headers };
    }
}
