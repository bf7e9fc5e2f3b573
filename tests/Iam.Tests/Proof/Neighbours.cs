using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Tests.Proof;

/// <summary>Requests one step away from a recorded one: whether they are allowed, the declaration says.</summary>
internal static class Neighbours
{
    public static IEnumerable<AccessRequest> Of(AccessRequest request) =>
    [
        .. NearbyArns.Of(request.Resource).Skip(1).Select(resource => request with { Resource = resource }),
        .. request.Context.Keys.Select(key => request with { Context = Without(request.Context, key) }),
        .. request.Context.SelectMany(pair => Values(pair.Key, pair.Value[0]).Select(value => request with { Context = With(request.Context, pair.Key, value) })),
        .. ServiceAuthorization.Current.Actions
            .Where(action => action.Name != request.Action && action.Name.Split(':')[0] == request.Action.Split(':')[0])
            .Select(action => request with { Action = action.Name }),
    ];

    private static IEnumerable<string> Values(string key, string value) => (key, value) switch
    {
        ("s3:prefix", _) => [string.Empty, value.TrimEnd('/'), value + "deeper/", value + "x", value.TrimEnd('/') + "_extra/", value[..(value.TrimEnd('/').LastIndexOf('/') + 1)]],
        (_, "true") => ["false"],
        (_, "false") => ["true"],
        _ => [value + "x"],
    };

    private static Dictionary<string, IReadOnlyList<string>> Without(IReadOnlyDictionary<string, IReadOnlyList<string>> context, string key) =>
        context.Where(pair => pair.Key != key).ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, IReadOnlyList<string>> With(IReadOnlyDictionary<string, IReadOnlyList<string>> context, string key, string value) =>
        new(context, StringComparer.OrdinalIgnoreCase) { [key] = [value] };
}
