using Slipstream.Contracts;

namespace Slipstream.Stages.Tests.LeastPrivilege;

internal static class ReleaseScenarios
{
    private const string Role = "test-extract.release";
    private const string Quarantine = "example-quarantine";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(Role, "puts an object back", States.QuarantinedAsync) { Arguments = Object },
        new(Role, "finds it back already", async account =>
        {
            await States.QuarantinedAsync(account);
            await account.PrepareAsync(Role, Object(account));
        }) { Arguments = Object },
        new(Role, "goes on after it was cut off", async account =>
        {
            await States.QuarantinedAsync(account);
            account.Fail("DeleteObject", Quarantine, "_released");
            await account.PrepareAsync(Role, Object(account));
            account.LeaveAlone();
        }) { Arguments = Object },
        new(Role, "puts an object back in parts", async account =>
        {
            await States.QuarantinedAsync(account);
            account.InParts();
        }) { Arguments = Object },
        new(Role, "gives up parts on the way", async account =>
        {
            await States.QuarantinedAsync(account);
            account.InParts();
            account.Fail("UploadPartCopy", Quarantine);
        }) { Arguments = Object, Ends = ExitCode.OutsideFailed },
        new(Role, "gives up parts in land", async account =>
        {
            await States.QuarantinedAsync(account);
            account.InParts();
            account.Fail("UploadPartCopy", "example-land");
        }) { Arguments = Object, Ends = ExitCode.OutsideFailed },
    ];

    private static string[] Object(PipelineAccount account) => ["--release", $"s3://{Quarantine}/{States.LandedKey(World.Run)}"];
}
