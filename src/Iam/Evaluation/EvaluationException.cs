using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Evaluation;

/// <summary>The evaluator would have to guess what AWS decides.</summary>
public sealed class EvaluationException : Exception
{
    private EvaluationException(string message)
        : base(message)
    {
    }

    internal static EvaluationException UnknownOperator(Condition condition, string sid) => new(
        $"Statement '{sid}' compares '{condition.Key}' by '{condition.Operator}', which the evaluator does not know. It knows "
        + $"{string.Join(", ", ConditionMatcher.Operators)} and these with 'ForAnyValue:'. Add it to ConditionMatcher, with its AWS page.");

    internal static EvaluationException Variable(string text, string sid) => new(
        $"Statement '{sid}' has the policy variable in '{text}', which only AWS can fill in. Write the value itself.");

    internal static EvaluationException Ambiguous(string pattern, string value) => new(
        $"Whether '{pattern}' takes in '{value}' depends on whether a wildcard crosses a colon. Name each part of the ARN, "
        + "and keep '*' to its last part.");

    internal static EvaluationException NotTrueOrFalse(Condition condition, string value, string sid) => new(
        $"Statement '{sid}' compares '{condition.Key}' by '{condition.Operator}' with '{value}'. Only 'true' and 'false' make sense there.");

    internal static EvaluationException ManyValues(Condition condition, string sid) => new(
        $"Statement '{sid}' compares '{condition.Key}' by '{condition.Operator}', and the request has several values of it. "
        + "Write 'ForAnyValue:' before the operator.");

    internal static EvaluationException Inverted(string element, string sid) => new(
        $"Statement '{sid}' has {element}, which takes in everything but what it names. Name what is meant instead.");
}
