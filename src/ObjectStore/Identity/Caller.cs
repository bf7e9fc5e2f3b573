namespace Slipstream.ObjectStore.Identity;

/// <summary>As whom AWS sees this process.</summary>
public sealed record Caller
{
    private Caller(string? arn, string account, string whyUnknown) => (Arn, Account, WhyUnknown) = (arn, account, whyUnknown);

    /// <summary>Such as <c>arn:aws:sts::123456789012:assumed-role/name/session</c>; null: nobody could say.</summary>
    public string? Arn { get; }

    /// <summary>The account's number; empty if nobody could say.</summary>
    public string Account { get; }

    /// <summary>Why nobody could say, as a sentence; empty if the caller is known.</summary>
    public string WhyUnknown { get; }

    /// <summary>A caller that STS named.</summary>
    public static Caller Known(string arn, string account) => new(arn, account, string.Empty);

    /// <summary>A caller that nobody could name.</summary>
    public static Caller Unknown(string why) => new(null, string.Empty, why);
}
