using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Differences;

/// <summary>The rights of a policy, whichever way it was read; what is named by what it is not has none that could be listed.</summary>
internal sealed class PolicyDocumentAtoms
{
    public PolicyDocumentAtoms(Policy policy) => All = Atom.Of(policy);

    public PolicyDocumentAtoms(PolicyDocument document) => All =
        [.. document.Statements.Where(statement => statement is { Denies: false, NotActionLine: null, NotResourceLine: null }).SelectMany(statement =>
            Atom.Of(new Policy([statement.ToStatement()])).Select(atom => atom with { Statement = statement.Number, Sid = statement.Name }))];

    public IReadOnlyList<Atom> All { get; }
}
