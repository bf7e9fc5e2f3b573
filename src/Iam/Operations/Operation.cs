namespace Slipstream.Iam.Operations;

/// <summary>A call of an AWS service and the rights that it needs.</summary>
/// <param name="Name">Such as <c>s3:CopyObject</c>; what AWS names is not always what IAM names.</param>
/// <param name="Link">AWS's page about it.</param>
/// <param name="Needs">All rights that it may need.</param>
public sealed record Operation(string Name, string Link, IReadOnlyList<Need> Needs)
{
    /// <summary>The actions that it always needs.</summary>
    public IEnumerable<string> Actions => Needs.Where(need => need.OnlyIf is null).Select(need => need.Action).Distinct(StringComparer.Ordinal);
}
