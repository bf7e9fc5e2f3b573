using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG24.</summary>
public sealed class VolumeRuleTests
{
    private static readonly Volume Data = new EmptyDirVolume("data", "1Gi");
    private static readonly VolumeMount Mount = new("data", "/data");

    [Fact]
    public void Volumes_may_be_of_any_kind() => Broken.ExpectNothing(Some.Dag(Some.Task("a") with
    {
        Volumes = [Data, new ConfigMapVolume("map", "some.map"), new ClaimVolume("claim", "some-claim"), new SecretVolume("secret", "some-secret")],
        VolumeMounts = [Mount, new VolumeMount("map", "/map"), new VolumeMount("claim", "/claim") { SubPath = "a/b" }, new VolumeMount("secret", "/secret") { ReadOnly = true }],
        Secrets = [Secret.AsFiles("/keys", "some-keys")],
    }));

    [Fact]
    public void Every_mount_has_a_volume() => Broken.Expect("DG24", "Tasks['a'].VolumeMounts['/data']", "There is no volume 'data'", With([], [Mount]));

    [Fact]
    public void Every_volume_has_a_mount() => Broken.ExpectWarning("DG24", "Tasks['a'].Volumes['data']", "Nothing mounts", With([Data], []));

    [Theory]
    [InlineData("Data", "is no name of a volume")]
    [InlineData("work", "has a volume 'work' already")]
    public void Volumes_have_names(string name, string message) =>
        Broken.Expect("DG24", $"Tasks['a'].Volumes['{name}']", message, With([new EmptyDirVolume(name)], [new VolumeMount(name, "/data")]));

    [Fact]
    public void Names_are_given_once() => Broken.Expect("DG24", "Tasks['a'].Volumes['data']", "2 volumes", With([Data, Data], [Mount]));

    [Theory]
    [InlineData("data", "is no folder")]
    [InlineData("/data/../work", "is no folder")]
    [InlineData(PodSettings.WorkFolder + "/", "Several volumes are mounted at '/work'")]
    public void Folders_are_absolute_and_free(string path, string message) =>
        Broken.Expect("DG24", $"Tasks['a'].VolumeMounts['{path}']", message, With([Data], [new VolumeMount("data", path)]));

    [Fact]
    public void Secrets_have_folders_of_their_own() => Broken.Expect(
        "DG24", "Tasks['a'].Secrets[0].Folder", "Several volumes are mounted at '/work'", Some.Dag(Some.Task("a") with { Secrets = [Secret.AsFiles("/work", "some-secret")] }));

    [Theory]
    [InlineData("/etc")]
    [InlineData("../other")]
    public void Parts_of_volumes_are_within(string path) =>
        Broken.Expect("DG24", "Tasks['a'].VolumeMounts['/data'].SubPath", "leaves the volume", With([Data], [Mount with { SubPath = path }]));

    [Fact]
    public void Sources_have_names_that_kubernetes_gives()
    {
        Broken.Expect("DG24", "Tasks['a'].Volumes['data']", "'Some_Map' is no name", With([new ConfigMapVolume("data", "Some_Map")], [Mount]));
        Broken.Expect("DG24", "Tasks['a'].Secrets[0].Name", "'Some_Secret' is no name", Some.Dag(Some.Task("a") with { Secrets = [Secret.AsVariable("A", "Some_Secret", "key")] }));
    }

    private static Dag With(IReadOnlyList<Volume> volumes, IReadOnlyList<VolumeMount> mounts) => Some.Dag(Some.Task("a") with { Volumes = volumes, VolumeMounts = mounts });
}
