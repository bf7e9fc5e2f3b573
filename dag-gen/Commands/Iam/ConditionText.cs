using Slipstream.Iam.Policies;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>Conditions in words.</summary>
internal static class ConditionText
{
    public static string Of(Condition condition) => condition switch
    {
        { Operator: "Null", Values: ["false"] } => $"only if the request has {condition.Key}",
        { Operator: "Null", Values: ["true"] } => $"only if the request does not have {condition.Key}",
        { Operator: "StringEquals" or "ForAnyValue:StringEquals" or "Bool" } => $"only if {condition.Key} is {Values(condition)}",
        { Operator: "StringLike" or "ArnLike" or "ArnEquals" } => $"only if {condition.Key} is like {Values(condition)}",
        _ => $"only if {condition.Operator} {condition.Key} {Values(condition)}",
    };

    private static string Values(Condition condition) => string.Join(" or ", condition.Values.Select(value => $"'{value}'"));
}
