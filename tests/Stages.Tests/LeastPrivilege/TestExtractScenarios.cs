using Slipstream.Contracts;

namespace Slipstream.Stages.Tests.LeastPrivilege;

internal static class TestExtractScenarios
{
    private const string Role = "test-extract";
    private const string Land = "example-land";
    private const string RawHist = "example-raw-hist";
    private const string Quarantine = "example-quarantine";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(Role, "promotes the first extract", States.LandedAsync),
        new(Role, "compares with the extract before", async account =>
        {
            await States.PromotedAsync(account);
            account.Settings = account.Settings with { Run = States.Later };
            await account.PrepareAsync("extract");
        }),
        new(Role, "reads land in two pages", async account =>
        {
            await States.LandedAsync(account);
            account.Aws.S3.Put(Land, States.LandedKey(States.SameDay), account.Aws.S3.Objects(Land)[States.LandedKey(World.Run)].Bytes.ToArray());
            account.Aws.S3.PageSize = 1;
        }),
        new(Role, "finds nothing", States.NothingAsync) { Ends = ExitCode.DataFailed },
        new(Role, "finds that an earlier try has promoted", States.PromotedAsync),
        new(Role, "quarantines", States.SpoiltAsync) { Ends = ExitCode.DataFailed },
        new(Role, "finds that an earlier try has quarantined", States.QuarantinedAsync) { Ends = ExitCode.DataFailed },
        new(Role, "goes on after it was killed between copy and delete", async account =>
        {
            await States.PromotedAsync(account);
            await States.LandedAsync(account);
        }),
        new(Role, "goes on after it was killed between quarantine and delete", async account =>
        {
            await States.QuarantinedAsync(account);
            await States.SpoiltAsync(account);
        }) { Ends = ExitCode.DataFailed },
        new(Role, "is overtaken at the copy", async account =>
        {
            await States.LandedAsync(account);
            account.Before("CopyObject", RawHist, call => account.Aws.S3.Put(RawHist, call.Target.Key, account.Aws.S3.Objects(Land)[call.Target.Key].Bytes.ToArray()));
        }),
        new(Role, "finds at the delete that another extract has landed", async account =>
        {
            await States.LandedAsync(account);
            account.Before("DeleteObject", Land, call => account.Aws.S3.Put(Land, call.Target.Key, World.Gzip(World.Rows(130))));
        }),
        new(Role, "finds at the delete that it is gone", async account =>
        {
            await States.LandedAsync(account);
            account.Before("DeleteObject", Land, call => account.Aws.S3.Delete(Land, call.Target.Key));
        }),
        new(Role, "promotes in parts", async account =>
        {
            await States.LandedLargeAsync(account);
            account.InParts();
        }),
        new(Role, "gives up parts of a promotion", async account =>
        {
            await States.LandedLargeAsync(account);
            account.InParts();
            account.Fail("UploadPartCopy", RawHist);
        }) { Ends = ExitCode.OutsideFailed },
        new(Role, "quarantines in parts", async account =>
        {
            await States.SpoiltAsync(account);
            account.InParts();
        }) { Ends = ExitCode.DataFailed },
        new(Role, "gives up parts of a quarantine", async account =>
        {
            await States.SpoiltAsync(account);
            account.InParts();
            account.Fail("UploadPartCopy", Quarantine);
        }) { Ends = ExitCode.OutsideFailed },
    ];
}
