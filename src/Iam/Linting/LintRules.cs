using Slipstream.Iam.Linting.Rules;

namespace Slipstream.Iam.Linting;

/// <summary>All rules, in the order of their ids.</summary>
internal static class LintRules
{
    public static IReadOnlyList<LintRule> All { get; } =
    [
        new PhantomActionRule(),
        new NoOperationRule(),
        new ActionWildcardRule(),
        new DeadPairRule(),
        new AnyResourceRule(),
        new NoResourceRule(),
        new ArnFieldRule(),
        new EarlyWildcardRule(),
        new ListWithoutPrefixRule(),
        new PrefixValueRule(),
        new LooseNameRule(),
        new WholeBucketRule(),
        new AncestorRule(),
        new DeleteDatabaseRule(),
        new AthenaRightsRule(),
        new CalledViaRule(),
        new PassRoleRule(),
        new JobWithRoleRule(),
        new MetricNamespaceRule(),
        new KeyRule(),
        new UnneededObjectActionRule(),
        new ImmutableRule(),
        new ValidatedDeleteRule(),
        new ConditionKeyRule(),
        new LiteralWildcardRule(),
        new OpenConditionRule(),
        new InvertedElementRule(),
        new HeaderRule(),
        new RedundantRule(),
        new UnusedAtomRule(),
        new MissingAtomRule(),
        new WideningRule(),
        new SizeRule(),
        new TrustRule(),
        new SharedRoleRule(),
        new MultipartRule(),
        new OverlapRule(),
        new CanonicalRule(),
        new IdentityRule(),
        new OverApproximationRule(),
    ];
}
