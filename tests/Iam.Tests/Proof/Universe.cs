using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>All requests that a proof looks at: every action that IAM knows, on what is near, with what a request may say.</summary>
internal sealed class Universe
{
    private readonly IReadOnlyList<AuthorizedAction> _actions;
    private readonly IReadOnlyList<string> _resources;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, IReadOnlyList<string>>> _contexts;

    /// <param name="capabilities">All that is declared, of every role.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="policies">Every policy, whose ARNs have neighbours of their own: without these, mutants survive.</param>
    public Universe(IReadOnlyList<Capability> capabilities, DeclaredPlace place, IReadOnlyList<Policy> policies)
    {
        _actions = [.. ServiceAuthorization.Current.Actions.OrderBy(action => action.Name, StringComparer.Ordinal)];
        _resources = [.. UniverseResources.Of(capabilities, place, policies).Distinct().Order(StringComparer.Ordinal)];
        _contexts = UniverseContexts.Of(capabilities);
    }

    public int Count => _actions.Count * _resources.Count * _contexts.Count;

    public override string ToString() => $"{_actions.Count} actions x {_resources.Count} resources x {_contexts.Count} contexts";

    public AccessRequest Request(int number)
    {
        var (rest, context) = int.DivRem(number, _contexts.Count);
        var (action, resource) = int.DivRem(rest, _resources.Count);
        return new AccessRequest(_actions[action].Name, _resources[resource], _contexts[context]);
    }

    /// <summary>The numbers of the requests that a policy allows.</summary>
    public HashSet<int> Allowed(PolicyEvaluator evaluator) => [.. Numbers(evaluator.Names, request => evaluator.Decide(request).IsAllowed)];

    /// <summary>The numbers of the requests that a declaration allows.</summary>
    public HashSet<int> Declared(Declaration declaration) => [.. Numbers(_ => true, declaration.Allows)];

    /// <summary>One request that a policy decides otherwise than is declared; null if there is none.</summary>
    /// <exception cref="EvaluationException">The policy cannot be decided on without guessing, which tells it apart as well.</exception>
    public AccessRequest? FirstDifference(PolicyEvaluator evaluator, HashSet<int> declared)
    {
        var allowed = 0;
        foreach (var number in Numbers(evaluator.Names, request => evaluator.Decide(request).IsAllowed))
        {
            allowed++;
            if (!declared.Contains(number))
            {
                return Request(number);
            }
        }

        return allowed == declared.Count ? null : Request(declared.Except(Allowed(evaluator)).First());
    }

    private IEnumerable<int> Numbers(Func<string, bool> names, Func<AccessRequest, bool> allows) =>
        from action in Enumerable.Range(0, _actions.Count)
        where names(_actions[action].Name)
        from resource in Enumerable.Range(0, _resources.Count)
        where IsPossible(_actions[action], _resources[resource])
        from context in Enumerable.Range(0, _contexts.Count)
        let number = (((action * _resources.Count) + resource) * _contexts.Count) + context
        where allows(Request(number))
        select number;

    // AWS asks for '*' exactly where it has no resource to ask for, and for nothing of another service.
    private static bool IsPossible(AuthorizedAction action, string resource) => action.Kinds.Count == 0
        ? resource == "*"
        : resource.Split(':') is [_, _, var service, ..] && action.Name.StartsWith(service + ":", StringComparison.Ordinal);
}
