using Slipstream.Iam.Denials;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Operations;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>What is behind a denial, as far as policies can tell, a line for each thing to know.</summary>
internal sealed class DenialDiagnosis(IReadOnlyList<IamRole> roles)
{
    private const string AnySettings = "the stage's settings record in src/Contracts/Settings";

    public IEnumerable<string> Of(Denial denial)
    {
        yield return denial is { Action: null, Operation: null, Resource: null }
            ? "Denied, and the message says neither what nor on what."
            : $"Denied: {denial.Action ?? denial.Operation ?? "a call that the message does not name"} on {denial.Resource ?? "a resource that the message does not name"}"
            + $"{(denial.Caller is { } caller ? $", to {caller}" : string.Empty)}.";
        if (Elsewhere(denial.Source) is { } elsewhere)
        {
            yield return elsewhere;
        }

        foreach (var line in denial.Action is { } action ? OfAction(denial, action) : OfOperation(denial))
        {
            yield return line;
        }
    }

    private static string? Elsewhere(DenialSource source) => source switch
    {
        DenialSource.Organisation => "The organisation's control policy forbids it: no policy of the role can allow it. Ask whoever keeps the organisation.",
        DenialSource.Boundary => "The role's permissions boundary forbids it: the role's policy alone cannot allow it. Ask whoever made the role.",
        DenialSource.Session => "The session was narrowed when the role was taken on: look at who started it.",
        DenialSource.Endpoint => "The VPC endpoint's policy forbids it: ask whoever keeps the network.",
        DenialSource.Resource => "The bucket's, the key's or the role's own policy decides here: it must name the caller, whatever the caller's policy says.",
        DenialSource.ExplicitIdentity => "A policy of the role denies it. None that is generated here denies anything: look for one that was attached by hand.",
        DenialSource.LakeFormation => "Lake Formation's permissions lack it: they are granted in Lake Formation, besides IAM.",
        _ => null,
    };

    private static IEnumerable<string> OfOperation(Denial denial)
    {
        var known = OperationTable.All.Where(operation => operation.Name.EndsWith($":{denial.Operation}", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var operation in known)
        {
            yield return $"{operation.Name} always needs {string.Join(" and ", operation.Needs.Where(need => need.OnlyIf is null).Select(need => $"{need.Action} on the {need.On}"))} ({operation.Link}).";
            foreach (var need in operation.Needs.Where(need => need.OnlyIf is not null))
            {
                yield return $"  {need.Action} on the {need.On}, only if {need.OnlyIf}.";
            }
        }

        yield return known.Count > 0
            ? "The message does not say which of them is missing, nor on what: ask dag-gen iam simulate for each."
            : "Look for a longer one: clients print the action further down, or in their debug log. For S3 that also hides a missing key: without s3:ListBucket a missing object answers 403, not 404.";
    }

    private IEnumerable<string> OfAction(Denial denial, string action)
    {
        if (PolicyLinter.RealAction(action) is { } real)
        {
            yield return $"IAM knows no action '{action}': some client made it up from the operation's name. What the call needs is {real}.";
            yield break;
        }

        foreach (var operation in OperationTable.Needing(action).Where(operation => operation.Name != action).Select(operation => operation.Name).Chunk(8).Take(1))
        {
            yield return $"Calls that need it: {string.Join(", ", operation)}.";
        }

        foreach (var line in denial.Role is { } name && roles.FirstOrDefault(role => role.Name == name) is { } ours
            ? OfRole(ours, denial, action)
            : Strangers(denial, action))
        {
            yield return line;
        }
    }

    private IEnumerable<string> Strangers(Denial denial, string action)
    {
        if (denial.Role is { } name)
        {
            yield return $"'{name}' is no role of the pipelines: is the task running as the wrong one? Theirs are {string.Join(", ", roles.Select(role => role.Name))}.";
        }

        if (denial.Resource is { } resource)
        {
            var able = roles.Where(role => Grants(role, action, resource).Count > 0).Select(role => role.Name).ToList();
            yield return able.Count > 0 ? $"It is a right of {string.Join(", ", able)}." : "No role of the pipelines has that right.";
        }

        foreach (var line in Declare(action, denial.Resource, AnySettings))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> OfRole(IamRole role, Denial denial, string action)
    {
        if (denial.Resource is not { } resource)
        {
            return Declare(action, null, Settings(role));
        }

        return Grants(role, action, resource) is { Count: > 0 } grants
            ? Granted(role, grants)
            : [.. Ancestors(role, action, resource), .. Near(role, action, resource), .. Declare(action, resource, Settings(role))];
    }

    private static IEnumerable<string> Granted(IamRole role, IReadOnlyList<Atom> grants)
    {
        foreach (var atom in grants)
        {
            yield return $"{role.Path}:{role.LineOf(atom)} allows it{(atom.Conditions.Count == 0 ? string.Empty : $", {string.Join(", ", atom.Conditions.Select(ConditionText.Of))}")}.";
        }

        yield return grants.Any(atom => atom.Conditions.Count == 0)
            ? "So the role has not this policy: apply iam/ anew, or look for a boundary, a control policy, the bucket's or the key's own policy."
            : "So the request lacked that, or the role has not this policy yet: apply iam/ anew. Stages that go through their capability handles send what is asked for.";
    }

    private static IEnumerable<string> Ancestors(IamRole role, string action, string resource) => PolicyLinter.AncestorsOf(resource)
        .Where(ancestor => Grants(role, action, ancestor).Count == 0)
        .Select(ancestor => $"Glue asks for {action} on '{ancestor}' as well, which the role also lacks.");

    private static IEnumerable<string> Near(IamRole role, string action, string resource)
    {
        var near = role.Role.Policy.Statements.SelectMany(statement => statement.Grants)
            .Where(grant => grant.Action.Equals(action, StringComparison.OrdinalIgnoreCase)).Select(grant => grant.Resource).Distinct().ToList();
        yield return near.Count == 0
            ? $"{role.Name} ({role.Task}) has {action} on nothing."
            : $"{role.Name} ({role.Task}) has {action} only on {string.Join(", ", near)}: '{resource}' lies outside.";
    }

    private static IEnumerable<string> Declare(string action, string? resource, string where) => Remedy.For(action, resource) is { } remedy
        ? [$"To allow it, declare {remedy.How} in {where}, then ./build.sh generate."]
        : [$"No capability brings {action}. If a stage must do it, it needs a new one in src/Contracts/Capabilities, and the compiler its grant."];

    private static string Settings(IamRole role)
    {
        if (role.Role.Merged is not null)
        {
            return AnySettings;
        }

        var stage = role.Role.Task.Stage ?? role.Role.Task.Id;
        var record = string.Concat(stage.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return $"src/Contracts/Settings/{record}Settings.cs{(role.Role.Action is { } operation ? $", among what {operation.Name} needs" : string.Empty)}";
    }

    private static IReadOnlyList<Atom> Grants(IamRole role, string action, string resource) =>
        [.. PolicyEvaluator.ConditionsAside(role.Role.Policy.Policy)
            .Decide(new AccessRequest(action, resource, new Dictionary<string, IReadOnlyList<string>>())).Atoms
            .Select(atom => atom with { Conditions = role.Role.Policy.Statements[atom.Statement].Statement.Conditions })];
}
