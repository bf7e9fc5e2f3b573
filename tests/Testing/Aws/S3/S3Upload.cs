using System.Globalization;
using System.Xml.Linq;

namespace Slipstream.Testing.Aws.S3;

/// <summary>An object that is uploaded in parts: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html.</summary>
/// <param name="Target">Where it will stand.</param>
/// <param name="Like">What it will be but for its bytes.</param>
/// <param name="Algorithm">Of its parts' checksums; null: S3's own, of the whole.</param>
internal sealed record S3Upload(S3Target Target, S3Stored Like, string? Algorithm)
{
    private const int SmallestPart = 5 * 1024 * 1024;
    private readonly SortedDictionary<int, S3Stored> _parts = [];

    public S3Stored Add(string number, byte[] bytes, S3Checksum? given, bool isCopy)
    {
        if (Algorithm is not null && !isCopy && given?.Algorithm != Algorithm)
        {
            throw new AwsRefusalException("InvalidRequest", $"Checksum Type mismatch occurred, expected checksum Type: {Algorithm}, actual checksum Type: {given?.Algorithm ?? "null"}");
        }

        return _parts[int.Parse(number, CultureInfo.InvariantCulture)] = Like with
        {
            Bytes = bytes,
            ETag = S3Stored.TagOf(bytes, Like.KmsKey),
            Checksum = S3Checksum.Of(Algorithm ?? S3Checksum.Unasked, bytes),
        };
    }

    /// <summary>The object that its parts make, if they are those of the list.</summary>
    public S3Stored Complete(XElement list)
    {
        var listed = list.Elements().Where(part => part.Name.LocalName == "Part").ToList();
        var numbers = listed.Select(part => int.Parse(S3Xml.Text(part, "PartNumber")!, CultureInfo.InvariantCulture)).ToList();
        if (!numbers.SequenceEqual(numbers.Distinct().Order()))
        {
            throw new AwsRefusalException("InvalidPartOrder", "The list of parts was not in ascending order.");
        }

        var parts = listed.Zip(numbers, Find).ToList();
        if (parts.Count == 0 || parts.SkipLast(1).Any(part => part.Bytes.Length < SmallestPart))
        {
            throw new AwsRefusalException("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        }

        var bytes = parts.SelectMany(part => part.Bytes.ToArray()).ToArray();
        return Like with
        {
            Bytes = bytes,
            ETag = $"{TagOf(parts)}-{parts.Count}",
            Checksum = Algorithm is null ? S3Checksum.Of(S3Checksum.Unasked, bytes) : S3Checksum.OfParts(Algorithm, [.. parts.Select(part => part.Checksum!)]),
        };
    }

    private static string TagOf(List<S3Stored> parts) =>
        Convert.ToHexStringLower(Md5.Of(parts.SelectMany(part => Convert.FromHexString(part.ETag)).ToArray()));

    private S3Stored Find(XElement listed, int number)
    {
        var part = _parts.GetValueOrDefault(number);
        var checksum = Algorithm is null ? null : S3Xml.Text(listed, $"Checksum{Algorithm.ToUpperInvariant()}");
        if (Algorithm is not null && checksum is null)
        {
            throw new AwsRefusalException("InvalidRequest", $"The upload was created using a {Algorithm} checksum. The complete request must include the checksum for each part. It was missing for part {number} in the request.");
        }

        return part is not null && S3Xml.Text(listed, "ETag")?.Trim('"') == part.ETag && (checksum is null || checksum == part.Checksum!.Value)
            ? part
            : throw new AwsRefusalException("InvalidPart", "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.");
    }
}
