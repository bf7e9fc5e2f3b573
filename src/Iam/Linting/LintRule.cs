namespace Slipstream.Iam.Linting;

/// <summary>One thing that policies get wrong.</summary>
internal abstract class LintRule
{
    /// <summary>Such as <c>IAM001</c>.</summary>
    public abstract string Id { get; }

    /// <summary>The rule, as a sentence.</summary>
    public abstract string What { get; }

    /// <summary>What happens where it is broken.</summary>
    public abstract string Breaks { get; }

    /// <summary>Whose word it is.</summary>
    public abstract string Link { get; }

    public virtual LintSeverity Severity => LintSeverity.Error;

    public virtual Evidence Needs => Evidence.None;

    /// <summary>Every breach of the rule.</summary>
    public abstract IEnumerable<Breach> Check(LintSubject subject);
}
