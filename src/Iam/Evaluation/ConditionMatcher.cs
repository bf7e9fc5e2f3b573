using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Evaluation;

/// <summary>
/// The condition operators of section 'IAM JSON policy elements: Condition operators'
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html) that policies here
/// may have. A key that the request lacks fails all of them but <c>Null: true</c>.
/// </summary>
internal sealed class ConditionMatcher
{
    private const string AnyValue = "ForAnyValue:";
    private const string Absent = "Null";

    private readonly Condition _condition;
    private readonly string _sid;
    private readonly bool _anyValue;
    private readonly Func<string, string, bool>? _compare;

    public ConditionMatcher(Condition condition, string sid)
    {
        _condition = condition;
        _sid = sid;
        _anyValue = condition.Operator.StartsWith(AnyValue, StringComparison.Ordinal);
        _compare = Comparison(_anyValue ? condition.Operator[AnyValue.Length..] : condition.Operator);
    }

    public static IReadOnlyList<string> Operators { get; } =
        ["StringEquals", "StringLike", "Bool", Absent, "ArnEquals", "ArnLike"];

    /// <exception cref="EvaluationException">The operator is not known, or the values fit neither it nor the request.</exception>
    public bool Holds(IReadOnlyDictionary<string, IReadOnlyList<string>> context)
    {
        if (_condition.Values.FirstOrDefault(value => value.Contains("${", StringComparison.Ordinal)) is { } variable)
        {
            throw EvaluationException.Variable(variable, _sid);
        }

        var found = Find(context);
        if (_condition.Operator == Absent)
        {
            return _condition.Values.Any(value => Truth(value) == (found.Count == 0));
        }

        if (_compare is null)
        {
            throw EvaluationException.UnknownOperator(_condition, _sid);
        }

        return !_anyValue && found.Count > 1
            ? throw EvaluationException.ManyValues(_condition, _sid)
            : found.Any(value => _condition.Values.Any(expected => _compare(expected, value)));
    }

    // Keys are compared without regard to case, values with.
    private IReadOnlyList<string> Find(IReadOnlyDictionary<string, IReadOnlyList<string>> context)
    {
        foreach (var (key, values) in context)
        {
            if (key.Equals(_condition.Key, StringComparison.OrdinalIgnoreCase))
            {
                return values;
            }
        }

        return [];
    }

    private Func<string, string, bool>? Comparison(string name) => name switch
    {
        "StringEquals" => string.Equals,
        "StringLike" => (expected, value) => Glob.Matches(expected, value),
        "Bool" => (expected, value) => Truth(expected) == Truth(value),
        "ArnEquals" or "ArnLike" => (expected, value) => new ArnPattern(expected).Matches(value),
        _ => null,
    };

    private bool Truth(string value) => bool.TryParse(value, out var truth)
        ? truth
        : throw EvaluationException.NotTrueOrFalse(_condition, value, _sid);
}
