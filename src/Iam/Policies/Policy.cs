namespace Slipstream.Iam.Policies;

/// <summary>
/// An IAM policy as data: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html. What its grammar
/// allows beyond this (NotAction, NotResource, Id) is only read to be refused.
/// </summary>
/// <param name="Statements">In the order of the file.</param>
public sealed record Policy(IReadOnlyList<Statement> Statements)
{
    /// <summary>The only version of the grammar that is written.</summary>
    public const string Version = "2012-10-17";

    /// <summary>The most characters of a managed policy, white space not counted (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).</summary>
    public const int MostManagedCharacters = 6144;

    /// <summary>The most characters of all inline policies of a role together, white space not counted.</summary>
    public const int MostInlineCharacters = 10240;
}
