using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Evaluation;

/// <summary>One statement, made ready to be asked often.</summary>
internal sealed class StatementMatcher(int number, Statement statement)
{
    private readonly string _sid = statement.Sid.Length > 0 ? statement.Sid : $"{number + 1}";
    private readonly ArnPattern[] _resources = [.. statement.Resources.Select(resource => new ArnPattern(resource))];
    private readonly ConditionMatcher[] _conditions = [.. statement.Conditions.Select(condition =>
        new ConditionMatcher(condition, statement.Sid.Length > 0 ? statement.Sid : $"{number + 1}"))];

    public bool Names(string action) => statement.Actions.Any(pattern => IsAction(pattern, action));

    public IReadOnlyList<Atom> Atoms(AccessRequest request)
    {
        if (!Names(request.Action))
        {
            return [];
        }

        var resources = Array.FindAll(_resources, resource => Matches(resource, request.Resource));
        return resources.Length == 0 || !_conditions.All(condition => condition.Holds(request.Context))
            ? []
            : [.. from action in statement.Actions
                  where IsAction(action, request.Action)
                  from resource in resources
                  select new Atom(number, statement.Sid, action, resource.Text, statement.Conditions)];
    }

    private bool Matches(ArnPattern resource, string arn) => resource.Text.Contains("${", StringComparison.Ordinal)
        ? throw EvaluationException.Variable(resource.Text, _sid)
        : resource.Matches(arn);

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html: without regard to case.
    private static bool IsAction(string pattern, string action) => Glob.HasWildcard(pattern)
        ? Glob.Matches(pattern.ToUpperInvariant(), action.ToUpperInvariant())
        : pattern.Equals(action, StringComparison.OrdinalIgnoreCase);
}
