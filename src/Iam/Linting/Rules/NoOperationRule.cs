using Slipstream.Iam.Operations;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class NoOperationRule : LintRule
{
    public override string Id => "IAM002";

    public override string What => "Every action is one that an operation asks for.";

    public override string Breaks => "The action is left over from an old client: no request needs it.";

    public override string Link => "https://docs.aws.amazon.com/athena/latest/APIReference/API_Operations.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        where OperationTable.IsWithoutOperation(allowed.Action.Text)
        select new Breach(allowed.Action.Line, allowed.Statement.Name, $"No operation of AWS asks for '{allowed.Action.Text}'.", "Remove it.");
}
