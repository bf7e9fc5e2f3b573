using Slipstream.Iam.Evaluation;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>An action on a kind of resource: the objects of one bucket, a bucket, the catalogue, databases, tables.</summary>
internal sealed record WithheldRight(string Action, string Kind)
{
    public static WithheldRight Of(AccessRequest request) => new(request.Action, KindOf(request.Resource));

    public bool Is(AccessRequest request) => Of(request) == this;

    public override string ToString() => $"{Action} on {Kind}";

    private static string KindOf(string arn)
    {
        var name = arn.Split(':', 6)[5];
        return name.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? name[..(slash + 1)] : name;
    }
}
