using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Compilation;

/// <summary>The few conditions that our policies have.</summary>
internal static class ConditionOf
{
    /// <summary>The call that Athena makes for the caller, and none that the caller makes itself.</summary>
    public static Condition ViaAthena { get; } = new("ForAnyValue:StringEquals", "aws:CalledVia", ["athena.amazonaws.com"]);

    /// <summary>Parts of an upload: they are no object yet (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes-enforce.html).</summary>
    public static Condition NoObjectYet { get; } = new("Bool", "s3:ObjectCreationOperation", ["false"]);

    /// <summary>The request says If-None-Match: it cannot replace anything.</summary>
    public static Condition NothingThere { get; } = Present("s3:if-none-match");

    /// <summary>The request says If-Match: it cannot hit what has changed meanwhile.</summary>
    public static Condition Unchanged { get; } = Present("s3:if-match");

    public static Condition Is(string key, string value) => new("StringEquals", key, [value]);

    public static Condition IsLike(string key, string pattern) => new("StringLike", key, [pattern]);

    private static Condition Present(string key) => new("Null", key, ["false"]);
}
