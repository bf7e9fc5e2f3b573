using System.Globalization;
using System.Text.RegularExpressions;

namespace Slipstream.Contracts.Variables;

/// <summary>The kinds of values that settings are made of.</summary>
public static partial class VariableKinds
{
    /// <summary>The most characters of a session's name: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html.</summary>
    public const int LongestSessionName = 64;

    /// <summary>Any text that is not blank.</summary>
    public static VariableKind<string> Text { get; } = new("some text", text => text, value => value);

    /// <summary>A name as tables and datasets have: lower-case letters, digits and underscores.</summary>
    public static VariableKind<string> Name { get; } = new(
        "a name of lower-case letters, digits and underscores",
        text => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')
            ? text
            : throw new FormatException($"'{text}' holds other characters."),
        value => value);

    /// <summary>A path of the file system.</summary>
    public static VariableKind<string> Path { get; } = new("a path", text => text, value => value);

    /// <summary>A folder of objects.</summary>
    public static VariableKind<S3Prefix> Prefix { get; } = Of("a folder written s3://bucket/folder/", S3Prefix.Parse);

    /// <summary>The time of a run.</summary>
    public static VariableKind<LandTimestamp> Timestamp { get; } = Of("a time in Unix seconds", LandTimestamp.Parse);

    /// <summary>The day of a run.</summary>
    public static VariableKind<SnapshotDate> Date { get; } = Of("a date written YYYY-MM-DD", SnapshotDate.Parse);

    /// <summary>A release.</summary>
    public static VariableKind<GitTag> Tag { get; } = Of("a release tag", GitTag.Parse);

    /// <summary>An object store.</summary>
    public static VariableKind<StoreAddress> Store { get; } = Of("'s3' or a directory written file:///path", StoreAddress.Parse);

    /// <summary>A catalogue.</summary>
    public static VariableKind<CatalogAddress> Catalog { get; } = Of("'glue' or a directory written file:///path", CatalogAddress.Parse);

    /// <summary>An IAM role.</summary>
    public static VariableKind<IamRole> Role { get; } = Of("the name or the ARN of an IAM role", IamRole.Parse);

    /// <summary>The name of a role's session.</summary>
    public static VariableKind<string> SessionName { get; } = new(
        $"2 to {LongestSessionName} letters, digits and '_+=,.@-'",
        text => text.Length <= LongestSessionName && SessionNameForm().IsMatch(text) ? text : throw NotOfThisForm(text),
        value => value);

    /// <summary>A key of KMS by its ARN: an id or an alias would be looked up in whatever account the caller is of.</summary>
    public static VariableKind<string> KmsKey { get; } = Like("the ARN of a KMS key", KmsKeyForm());

    /// <summary>A workgroup of Athena.</summary>
    public static VariableKind<string> Workgroup { get; } = Like("1 to 128 letters, digits and '._-'", WorkgroupForm());

    /// <summary>A web address.</summary>
    public static VariableKind<Uri> Http { get; } = new(
        "an address that starts with http:// or https://",
        WebAddress,
        value => value.OriginalString);

    /// <summary>Yes or no.</summary>
    public static VariableKind<bool> Flag { get; } = new(
        "'true' or 'false'",
        text => text switch
        {
            "true" => true,
            "false" => false,
            _ => throw new FormatException($"'{text}' is neither."),
        },
        value => value ? "true" : "false");

    /// <summary>A whole number within limits, both inclusive.</summary>
    public static VariableKind<int> Whole(int least, int most) => new(
        $"a whole number from {least} to {most}",
        text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{text}' is not such a number."),
        value => value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A duration in whole seconds within limits, both inclusive.</summary>
    public static VariableKind<TimeSpan> Seconds(int least, int most) => new(
        $"a whole number of seconds from {least} to {most}",
        text => TimeSpan.FromSeconds(Whole(least, most).Parse(text)),
        value => Whole(least, most).Print((int)value.TotalSeconds));

    /// <summary>One of a few words, written in lower case with dashes.</summary>
    public static VariableKind<T> OneOf<T>(params T[] values)
        where T : struct, Enum => new(
        "one of " + string.Join(", ", values.Select(Word)),
        text => values.Cast<T?>().FirstOrDefault(value => Word(value!.Value) == text)
            ?? throw new FormatException($"'{text}' is none of these."),
        Word);

    private static Uri WebAddress(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new FormatException($"'{text}' is no web address.");
        }

        return uri.UserInfo.Length == 0 ? uri : throw new FormatException("It holds a password, which would appear in logs.");
    }

    private static VariableKind<string> Like(string form, Regex pattern) => new(
        form, text => pattern.IsMatch(text) ? text : throw NotOfThisForm(text), value => value);

    private static FormatException NotOfThisForm(string text) => new($"'{text}' is not of this form.");

    private static VariableKind<T> Of<T>(string form, Func<string, T> parse)
        where T : notnull => new(form, parse, value => value.ToString()!);

    private static string Word<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select((c, i) =>
            i > 0 && char.IsAsciiLetterUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    // https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroup.html
    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,128}\z")]
    private static partial Regex WorkgroupForm();

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@-]{2,}\z")]
    private static partial Regex SessionNameForm();

    // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN
    [GeneratedRegex(@"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+\z")]
    private static partial Regex KmsKeyForm();
}
