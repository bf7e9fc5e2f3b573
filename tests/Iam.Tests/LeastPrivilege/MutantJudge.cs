using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Tests.Proof;

namespace Slipstream.Iam.Tests.LeastPrivilege;

/// <summary>Finds a request that a policy decides otherwise than the role's declaration: first among those at hand, then in the universe around the role.</summary>
internal sealed class MutantJudge
{
    private readonly ProvenRole _role;
    private readonly List<(AccessRequest Request, bool IsDeclared)> _near;
    private readonly Universe _universe;
    private readonly HashSet<int> _declared;

    public MutantJudge(ProvenRole role)
    {
        _role = role;
        _near = [.. role.Recorded.Concat(role.Recorded.SelectMany(Neighbours.Of)).DistinctBy(ProvenPipeline.TextOf).Select(request => (request, role.Declaration.Allows(request)))];
        _universe = new Universe(role.Capabilities, ProvenPipeline.Place, [role.Policy]);
        _declared = _universe.Declared(role.Declaration);
    }

    public bool IsKilled(Policy mutant)
    {
        var evaluator = new PolicyEvaluator(mutant);
        try
        {
            return _near.Exists(known => evaluator.Decide(known.Request).IsAllowed != known.IsDeclared) || _universe.FirstDifference(evaluator, _declared) is not null;
        }
        catch (EvaluationException)
        {
            // A wildcard that can be read in two ways: the policies here have none.
            return true;
        }
    }

    public override string ToString() => $"{_role}: {_universe}";
}
