namespace Slipstream.Testing.Aws.S3;

/// <summary>The objects of a bucket, and S3's conditions on them: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html.</summary>
internal sealed class S3Bucket
{
    private readonly SortedDictionary<string, S3Stored> _objects = new(Utf8Order.Instance);

    public IReadOnlyDictionary<string, S3Stored> Objects => _objects;

    /// <exception cref="AwsRefusalException">It is not there, or not as the condition wants it.</exception>
    public S3Stored Find(string key, string? ifMatch)
    {
        var found = _objects.GetValueOrDefault(key) ?? throw NoSuchKey();
        return Matches(found, ifMatch) ? found : throw Failed("If-Match");
    }

    /// <exception cref="AwsRefusalException">Something stands there, and nothing may.</exception>
    public void RequireNone(string key, string? ifNoneMatch)
    {
        if (ifNoneMatch is not null && ifNoneMatch != "*")
        {
            throw new AwsRefusalException("NotImplemented", "If-None-Match takes only '*' here.", 501);
        }

        if (ifNoneMatch is not null && _objects.ContainsKey(key))
        {
            throw Failed("If-None-Match");
        }
    }

    public void Put(string key, S3Stored stored) => _objects[key] = stored;

    /// <summary>Without a condition it is no matter whether the object is there; with one it is.</summary>
    public void Delete(string key, string? ifMatch)
    {
        if (ifMatch is not null)
        {
            Find(key, ifMatch);
        }

        _objects.Remove(key);
    }

    private static bool Matches(S3Stored stored, string? condition) => condition is null or "*" || condition.Trim('"') == stored.ETag;

    private static AwsRefusalException NoSuchKey() => new(LoopbackS3.NoSuchKey, "The specified key does not exist.", 404);

    private static AwsRefusalException Failed(string condition) =>
        new("PreconditionFailed", $"At least one of the pre-conditions you specified did not hold: {condition}", 412);
}
