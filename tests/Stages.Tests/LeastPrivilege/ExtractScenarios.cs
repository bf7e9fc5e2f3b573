namespace Slipstream.Stages.Tests.LeastPrivilege;

internal static class ExtractScenarios
{
    private const string Role = "extract";

    public static IReadOnlyList<Scenario> All { get; } =
    [
        new(Role, "lands an extract", States.NothingAsync),
        new(Role, "finds that it has landed already", States.LandedAsync),
        new(Role, "finds that it was promoted already", States.PromotedAsync),
        new(Role, "finds that it was quarantined already", States.QuarantinedAsync),
        new(Role, "is overtaken by another try", account =>
        {
            account.Before("PutObject", "example-land", call => account.Aws.S3.Put(call.Target.Bucket, call.Target.Key, [1]));
            return Task.CompletedTask;
        }),
    ];
}
