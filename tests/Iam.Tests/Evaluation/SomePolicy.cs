using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Tests.Evaluation;

/// <summary>Policies and requests in few words.</summary>
internal static class SomePolicy
{
    public static Policy Of(params IReadOnlyList<Statement> statements) => new(statements);

    public static Statement Allow(string action, string resource, params IReadOnlyList<Condition> conditions) =>
        new("One", [action], [resource], conditions);

    public static AccessRequest Request(string action, string resource, params IReadOnlyList<(string Key, string[] Values)> context) => new(
        action, resource, context.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Values, StringComparer.Ordinal));

    public static PolicyDocument Document(string json) => PolicyReader.ReadDocument(json, "policy.json");
}
