using Slipstream.Testing.Ceph;

namespace Slipstream.ObjectStore.Tests.Conformance;

/// <summary>Ceph's gateway for the tests of a class.</summary>
public sealed class CephFixture : CephGateway
{
    public async Task SkipIfAbsentAsync()
    {
        await StartedAsync();
        Assert.SkipWhen(Absence is not null, Absence ?? "");
    }
}
