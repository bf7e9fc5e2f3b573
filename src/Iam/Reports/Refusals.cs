using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Compilation;

namespace Slipstream.Iam.Reports;

/// <summary>What a role may not do although the pipeline does it somewhere, read off the policy and not the declaration.</summary>
public static class Refusals
{
    /// <summary>Sentences as Markdown.</summary>
    /// <param name="policy">The role's policy.</param>
    /// <param name="folders">Every folder that any role of the pipeline reaches.</param>
    public static IEnumerable<string> Of(CompiledPolicy policy, IReadOnlyList<S3Prefix> folders)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(folders);
        return
        [
            .. Elsewhere<Read>("read", policy, folders),
            .. Elsewhere<WriteOnce>("write", policy, folders),
            .. Elsewhere<DeleteValidated>("delete from", policy, folders),
            .. Objects(policy),
            .. Catalogue(policy),
            $"Anything else: its {Count(policy, "action")} {(Actions(policy).Count == 1 ? "is" : "are")} of {Services(policy)} alone.",
        ];
    }

    private static IEnumerable<string> Elsewhere<T>(string verb, CompiledPolicy policy, IReadOnlyList<S3Prefix> folders)
        where T : ObjectCapability
    {
        var held = policy.Capabilities.OfType<T>().Select(capability => capability.Prefix).ToList();
        var barred = folders.Where(folder => !held.Exists(prefix => prefix.Contains(folder))).ToList();
        barred.RemoveAll(folder => barred.Exists(outer => outer != folder && outer.Contains(folder)));
        var partly = barred.Where(folder => held.Exists(folder.Contains)).ToList();
        if (barred.Count > 0)
        {
            yield return $"{Capital(verb)} {string.Join(", ", barred.Select(folder => $"`{folder}`{(partly.Contains(folder) ? " (but for what the table says)" : string.Empty)}"))}.";
        }
    }

    private static IEnumerable<string> Objects(CompiledPolicy policy)
    {
        if (policy.Capabilities.OfType<WriteOnce>().Any() && HoldsToOnce(policy))
        {
            yield return "Replace or change an object: S3 refuses a write where anything stands.";
        }

        if (policy.Capabilities.OfType<DeleteValidated>().Any())
        {
            yield return "Delete an object that has changed since the stage read it, or any older version of one.";
        }
    }

    /// <summary>Whether the policy lets no object be replaced: each right to put one has a condition.</summary>
    public static bool HoldsToOnce(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return policy.Statements.All(statement => !statement.Statement.Actions.Contains("s3:PutObject") || statement.Statement.Conditions.Count > 0);
    }

    private static IEnumerable<string> Catalogue(CompiledPolicy policy)
    {
        var actions = Actions(policy);
        if (actions.Any(action => action.StartsWith("glue:", StringComparison.Ordinal)))
        {
            yield return actions.Contains("glue:DeleteTable")
                ? "Delete a database, or change another one."
                : "Delete a database or a table, or change another database.";
        }
    }

    private static string Count(CompiledPolicy policy, string noun) => Actions(policy).Count is var count && count == 1 ? $"one {noun}" : $"{count} {noun}s";

    private static string Services(CompiledPolicy policy) =>
        string.Join(", ", Actions(policy).Select(action => action[..action.IndexOf(':', StringComparison.Ordinal)]).Distinct().Order(StringComparer.Ordinal).Select(service => $"`{service}`"));

    private static HashSet<string> Actions(CompiledPolicy policy) => [.. policy.Policy.Statements.SelectMany(statement => statement.Actions)];

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
