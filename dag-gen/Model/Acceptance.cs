namespace Slipstream.DagGen.Model;

/// <summary>A finding of <c>dag-gen iam lint</c> that is known and accepted: nothing else turns a rule off.</summary>
/// <param name="Rule">Such as <c>IAM040</c>.</param>
/// <param name="Reason">Why, as a sentence: the report prints it.</param>
/// <param name="Statement">The id of the one statement that is meant; null: all of the task's roles.</param>
internal sealed record Acceptance(string Rule, string Reason, string? Statement = null)
{
    /// <summary>The rule, and where it is meant for one statement.</summary>
    public override string ToString() => Statement is null ? Rule : $"{Rule} in '{Statement}'";
}
