using System.Collections.Concurrent;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Evaluation;

/// <summary>
/// Decides as IAM does, or not at all: a denial wins over what is allowed, and what nobody speaks of is denied. It knows
/// nothing of how policies are made here, so that it can judge them.
/// </summary>
public sealed class PolicyEvaluator
{
    // Proofs ask millions of times about few actions.
    private readonly ConcurrentDictionary<string, StatementMatcher[]> _byAction = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlyList<StatementMatcher> _allows;
    private readonly IReadOnlyList<StatementMatcher> _denials;

    /// <summary>Judges by a policy of the form that is written here.</summary>
    public PolicyEvaluator(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _allows = [.. policy.Statements.Select((statement, number) => new StatementMatcher(number, statement))];
        _denials = [];
    }

    /// <summary>Judges by any policy that is attached to an identity.</summary>
    /// <exception cref="EvaluationException">A statement takes in everything but what it names.</exception>
    public PolicyEvaluator(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        _allows = Matchers(document, denies: false);
        _denials = Matchers(document, denies: true);
    }

    /// <summary>Judges by actions and resources alone: what the policy allows to some request, if not to every one.</summary>
    public static PolicyEvaluator ConditionsAside(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new PolicyEvaluator(new Policy([.. policy.Statements.Select(statement => statement with { Conditions = [] })]));
    }

    /// <summary>What the policy says to a request.</summary>
    /// <exception cref="EvaluationException">That would be a guess.</exception>
    public Verdict Decide(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_denials.Count > 0 && Atoms(_denials, request) is { Count: > 0 } denials)
        {
            return new Verdict(Decision.ExplicitlyDenied, denials);
        }

        var allows = Atoms(Naming(request.Action), request);
        return new Verdict(allows.Count > 0 ? Decision.Allowed : Decision.ImplicitlyDenied, allows);
    }

    /// <summary>False if the policy allows an action on nothing: most actions need no further question.</summary>
    public bool Names(string action) => Naming(action).Length > 0;

    private StatementMatcher[] Naming(string action) =>
        _byAction.GetOrAdd(action, name => [.. _allows.Where(statement => statement.Names(name))]);

    private static IReadOnlyList<Atom> Atoms(IReadOnlyList<StatementMatcher> statements, AccessRequest request) => statements.Count switch
    {
        0 => [],
        1 => statements[0].Atoms(request),
        _ => [.. statements.SelectMany(statement => statement.Atoms(request))],
    };

    private static IReadOnlyList<StatementMatcher> Matchers(PolicyDocument document, bool denies) =>
        [.. document.Statements.Select((statement, number) => (statement, number))
            .Where(pair => pair.statement.Denies == denies)
            .Select(pair => new StatementMatcher(pair.number, pair.statement.ToStatement()))];
}
