using Slipstream.Metadata.Json;

namespace Slipstream.Metadata.Reading;

/// <summary>The words for <see cref="DriftPolicy"/>.</summary>
internal static class DriftPolicies
{
    private static readonly Dictionary<string, DriftPolicy> Words = new()
    {
        ["fail"] = DriftPolicy.Fail,
        ["warn"] = DriftPolicy.Warn,
        ["ignore"] = DriftPolicy.Ignore,
    };

    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["error"] = "fail",
        ["reject"] = "fail",
        ["warning"] = "warn",
        ["allow"] = "ignore",
        ["accept"] = "ignore",
        ["pass"] = "ignore",
        ["skip"] = "ignore",
    };

    /// <summary>The policy; null for none, or for a word that is none.</summary>
    public static DriftPolicy? Read(LocatedJson? value, FileProblems problems)
    {
        if (value is null || Words.TryGetValue(value.Text, out var policy))
        {
            return value is null ? null : Words[value.Text];
        }

        var near = Foreign.GetValueOrDefault(value.Text.ToLowerInvariant()) ?? Nearest.To(value.Text, Words.Keys);
        problems.Add(value, $"{Excerpt.Of(value.Text)} is no policy. Use {(near is null ? "'fail', 'warn' or 'ignore'" : $"'{near}'")}.");
        return null;
    }
}
