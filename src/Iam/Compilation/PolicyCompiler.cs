using Slipstream.Contracts.Capabilities;

namespace Slipstream.Iam.Compilation;

/// <summary>
/// Compiles capabilities to the least policy that has them all: literal actions, exact ARNs with <c>*</c> only in the positions
/// that a capability leaves open, and conditions for what must not be done with them.
/// </summary>
/// <param name="scope">Where the resources lie.</param>
/// <param name="contentOf">Reads a folder of metadata, which capabilities of the catalogue name.</param>
public sealed class PolicyCompiler(AwsScope scope, Func<string, CatalogContent> contentOf)
{
    private readonly ObjectGrants _objects = new(scope);
    private readonly CatalogGrants _catalog = new(scope, contentOf);
    private readonly ServiceGrants _services = new(scope);

    /// <summary>The policy of a role.</summary>
    /// <param name="role">The role's name.</param>
    /// <param name="capabilities">All that it may do.</param>
    /// <exception cref="CapabilityException">A capability names something that no policy may hold.</exception>
    public CompiledPolicy Compile(string role, IReadOnlyList<Capability> capabilities)
    {
        ArgumentNullException.ThrowIfNull(capabilities);
        if (CapabilityProblem.In(capabilities).ToList() is { Count: > 0 } problems)
        {
            throw new CapabilityException(problems);
        }

        var grants = GrantSet.Of(capabilities.SelectMany(Grants));
        return new CompiledPolicy(role, capabilities, StatementBuilder.Build(grants));
    }

    private IEnumerable<Grant> Grants(Capability capability) => capability switch
    {
        ObjectCapability objects => _objects.Of(objects),
        CatalogTables tables => _catalog.Of(tables),
        CatalogPartitions partitions => _catalog.Of(partitions),
        AthenaQuery query => new AthenaGrants(scope, _catalog, contentOf).Of(query),
        RunGlueJob job => _services.Of(job),
        UseKey key => _services.Of(key),
        PublishMetrics metrics => ServiceGrants.Of(metrics),
        _ => throw new InvalidOperationException($"No rights are known for '{capability.GetType().Name}'."),
    };
}
