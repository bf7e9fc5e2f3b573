using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Slipstream.Testing.Aws.S3;

/// <summary>What a request uploads, freed of its transfer's form and checked as S3 checks it.</summary>
internal sealed record S3Content(byte[] Bytes, S3Checksum? Checksum)
{
    private const string Streaming = "STREAMING-";

    /// <exception cref="AwsRefusalException">The bytes are not those that were meant.</exception>
    public static S3Content Of(LoopbackHttpRequest request)
    {
        var declared = request.Header("x-amz-content-sha256") ?? "";
        var isChunked = declared.StartsWith(Streaming, StringComparison.Ordinal);
        var (bytes, trailers) = isChunked ? Dechunked(request) : (request.Body.ToArray(), []);
        if (!isChunked && declared != "UNSIGNED-PAYLOAD" && declared != Convert.ToHexStringLower(SHA256.HashData(bytes)))
        {
            throw new AwsRefusalException("XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.");
        }

        if (request.Header("Content-MD5") is { } md5 && md5 != Convert.ToBase64String(Md5.Of(bytes)))
        {
            throw BadDigest("Content-MD5");
        }

        return new S3Content(bytes, Verified(bytes, name => trailers.GetValueOrDefault(name) ?? request.Header(name)));
    }

    private static S3Checksum? Verified(byte[] bytes, Func<string, string?> header)
    {
        var given = S3Checksum.Names.Select(name => (Name: name, Value: header(S3Checksum.Prefix + name))).Where(pair => pair.Value is not null).ToList();
        if (given.Count > 1)
        {
            throw new AwsRefusalException("InvalidRequest", "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
        }

        var checksum = given.Select(pair => S3Checksum.Of(pair.Name, bytes)).FirstOrDefault();
        return checksum is null || checksum.Value == given[0].Value ? checksum : throw BadDigest(checksum.Algorithm.ToUpperInvariant());
    }

    private static AwsRefusalException BadDigest(string what) =>
        new("BadDigest", $"The {what} you specified did not match the calculated checksum.");

    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
    private static (byte[] Bytes, Dictionary<string, string> Trailers) Dechunked(LoopbackHttpRequest request)
    {
        using var content = new MemoryStream();
        var rest = request.Body.Span;
        while (true)
        {
            var length = int.Parse(Line(ref rest).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                break;
            }

            content.Write(rest[..length]);
            rest = rest[length..];
            Line(ref rest);
        }

        var trailers = Trailers(rest);
        return content.Length.ToString(CultureInfo.InvariantCulture) != request.Header("x-amz-decoded-content-length")
            ? throw new AwsRefusalException("IncompleteBody", "You did not provide the number of bytes specified by the x-amz-decoded-content-length HTTP header")
            : request.Header("x-amz-trailer") is { } name && !trailers.ContainsKey(name)
            ? throw new AwsRefusalException("MalformedTrailerError", $"The request contained trailing data that was not well-formed: no '{name}'.")
            : (content.ToArray(), trailers);
    }

    private static Dictionary<string, string> Trailers(ReadOnlySpan<byte> rest)
    {
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var line = Line(ref rest); line.Length > 0; line = Line(ref rest))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            trailers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        return trailers;
    }

    private static string Line(ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf("\r\n"u8);
        var line = Encoding.ASCII.GetString(end < 0 ? rest : rest[..end]);
        rest = end < 0 ? [] : rest[(end + 2)..];
        return line;
    }
}
