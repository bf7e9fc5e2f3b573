using Slipstream.Iam.Compilation;

namespace Slipstream.Iam.Reports;

/// <summary>What a policy allows beyond what the stage does, because IAM's language cannot say less: the warnings IAM040 of lint.</summary>
public static class Excess
{
    /// <summary>Sentences as Markdown, each with the Sids that it is about.</summary>
    public static IEnumerable<string> Of(CompiledPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return
            from excess in Kinds
            let statements = policy.Statements.Where(statement => statement.Grants.Any(excess.Is)).Select(statement => $"`{statement.Statement.Sid}`").ToList()
            where statements.Count > 0
            select $"{string.Join(", ", statements)}: {excess.Words}";
    }

    private static readonly IReadOnlyList<(Func<Grant, bool> Is, string Words)> Kinds =
    [
        (grant => grant.Action.StartsWith("s3:", StringComparison.Ordinal) && grant.Resource.EndsWith("/*", StringComparison.Ordinal),
            "any name below the folder, deeper folders included. Timestamps and versions are part of the names, and not known beforehand."),
        (grant => grant.Action.StartsWith("s3:", StringComparison.Ordinal) && grant.Resource.Contains('*', StringComparison.Ordinal) && !grant.Resource.EndsWith("/*", StringComparison.Ordinal),
            "`*` stands for a slash too, so that a deeper folder of the same beginning fits the pattern."),
        (grant => grant is { Action: "s3:PutObject", Conditions: [] },
            "objects can be replaced. The store is not asked to refuse it (`EnforceWriteOnce` is off), so that nothing but the stage's own `If-None-Match` keeps what stands there."),
        (grant => grant.Action == "s3:ListBucket" && grant.Conditions.Any(condition => condition.Operator == "StringLike"),
            "beginnings of names below the folder may be listed, not only whole folders."),
        (grant => grant.Action == "glue:GetTables",
            "Glue asks for it on all tables of the database, so that their definitions can be seen, those of tables that are not ours included."),
        (grant => grant.Action == "glue:DeleteTable",
            "any table of the database, those that the metadata have included. The stage removes only tables that it has marked as its own."),
        (grant => grant is { Action: "cloudwatch:PutMetricData", Resource: "*" },
            "CloudWatch knows no resource to hold it to; the namespace is what it is held to."),
        (grant => grant.Action is "kms:Decrypt" or "kms:GenerateDataKey",
            "all objects of the bucket that S3 uses the key for; which of them can be read or written, the rights of S3 say."),
    ];
}
