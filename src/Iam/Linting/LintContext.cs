using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting;

/// <summary>What is known besides the file. Each of it may be missing: rules that need it are then silent, and the report says so.</summary>
public sealed record LintContext
{
    /// <summary>Of a file that nothing is known of.</summary>
    public static LintContext Nothing { get; } = new();

    /// <summary>The role that the policy is for.</summary>
    public string? Role { get; init; }

    /// <summary>What its stage declares.</summary>
    public IReadOnlyList<Capability>? Capabilities { get; init; }

    /// <summary>Folders whose objects nobody may replace or delete, besides raw-hist by its name.</summary>
    public IReadOnlyList<S3Prefix> Immutable { get; init; } = [];

    /// <summary>Folders of which only what was read may be deleted.</summary>
    public IReadOnlyList<S3Prefix> DeletedIfValidated { get; init; } = [];

    /// <summary>The generator's output, which the file should be.</summary>
    public string? Generated { get; init; }

    /// <summary>False if the account's policies leave it to the stages' requests that nothing is replaced: the store knows no such condition.</summary>
    public bool EnforcesWriteOnce { get; init; } = true;

    /// <summary>All requests that the role's scenarios made.</summary>
    public IReadOnlyList<AccessRequest>? Record { get; init; }

    /// <summary>The policy as it was when the declarations were last reviewed.</summary>
    public PolicyDocument? Baseline { get; init; }

    /// <summary>Whether the declarations are others than then: what is new may be meant.</summary>
    public bool DeclarationsChanged { get; init; }

    /// <summary>All roles.</summary>
    public IReadOnlyList<RoleUse>? Model { get; init; }

    /// <summary>What is accepted.</summary>
    public IReadOnlyList<Mute> Mutes { get; init; } = [];

    /// <summary>Whether there is what a rule must know.</summary>
    public bool Has(Evidence evidence) => evidence switch
    {
        Evidence.None => true,
        Evidence.Declarations => Capabilities is not null,
        Evidence.Record => Record is not null,
        Evidence.Baseline => Baseline is not null,
        Evidence.Model => Model is not null,
        _ => throw new ArgumentOutOfRangeException(nameof(evidence), evidence, "Unknown."),
    };
}
