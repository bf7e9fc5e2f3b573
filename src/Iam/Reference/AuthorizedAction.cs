namespace Slipstream.Iam.Reference;

/// <summary>An action that IAM knows.</summary>
/// <param name="Name">Such as <c>s3:GetObject</c>.</param>
/// <param name="Level">List, Read, Write, Permissions or Tagging.</param>
/// <param name="IsPermissionOnly">True if no operation has its name, such as <c>iam:PassRole</c>.</param>
/// <param name="Kinds">What it can be allowed on; empty if only on <c>*</c>.</param>
/// <param name="Keys">Condition keys that its requests may have, the global ones left out.</param>
public sealed record AuthorizedAction(
    string Name, string Level, bool IsPermissionOnly, IReadOnlyList<ResourceKind> Kinds, IReadOnlyList<string> Keys)
{
    /// <summary>What it is asked on, in words: access points are an accessory of buckets.</summary>
    public string On => string.Join(" or ", Kinds.Select(kind => kind.Name).Where(name => !name.StartsWith("accesspoint", StringComparison.Ordinal)).DefaultIfEmpty("accesspoint"));

    /// <summary>The condition keys that its requests may have, besides AWS's own.</summary>
    public IEnumerable<string> AllKeys => Keys.Concat(Kinds.SelectMany(kind => kind.Keys)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal);

    /// <summary>Whether its requests may have a condition key. Keys of AWS's own, <c>aws:…</c>, all may have.</summary>
    public bool Knows(string key) =>
        key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
        || Keys.Concat(Kinds.SelectMany(kind => kind.Keys)).Any(known => ServiceAuthorization.IsKey(known, key));
}
