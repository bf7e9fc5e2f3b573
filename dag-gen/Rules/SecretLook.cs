using System.Text.RegularExpressions;

namespace Slipstream.DagGen.Rules;

/// <summary>Whether a name or a value looks like a secret. What only says where a secret is does not.</summary>
internal static partial class SecretLook
{
    /// <summary>True of DB_PASSWORD and apiKey; false of PASSWORD_FILE, SECRET_ARN, MAX_TOKENS and PARTITION_KEY.</summary>
    public static bool IsOfName(string name) => Name().IsMatch(name);

    /// <summary>True of keys, tokens and passwords in a well-known form.</summary>
    public static bool IsOfValue(string value) => Value().IsMatch(value);

    /// <summary>False for a flag, a number, a path, an address without a password and the like: not what a password looks like.</summary>
    public static bool CanBeSecret(string value) => value.Length > 0 && !Harmless().IsMatch(value);

    // Only as the last word, because a secret's file, name, length or lifetime is none.
    [GeneratedRegex(
        "(^|[_.-])(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|CREDENTIALS?|API_?KEY|(ACCESS|PRIVATE|SECRET|ENCRYPTION|SIGNING|ACCOUNT|MASTER)_?KEY|CONNECTION_STRING)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Name();

    [GeneratedRegex("""
        \b(AKIA|ASIA)[A-Z0-9]{16}\b
        | -----BEGIN\ ([A-Z]+\ )*PRIVATE\ KEY-----
        | \bgh[pousr]_[A-Za-z0-9]{36} | \bgithub_pat_[A-Za-z0-9_]{22} | \bglpat-[A-Za-z0-9_-]{20}
        | \bxox[abeoprs]-[A-Za-z0-9-]{10} | hooks\.slack\.com/services/
        | \beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.
        | [a-z][a-z0-9+.-]*://[^/\s:@{}]*:[^/\s@{}]+@
        | \{\{[^}]*\bconn\.[^}]*\.(password|get_password|get_uri)\b
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Value();

    [GeneratedRegex(@"^(true|false|yes|no|none|null|[0-9.]+|/.*|[a-z][a-z0-9+.-]*://.*|arn:.*)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();
}
