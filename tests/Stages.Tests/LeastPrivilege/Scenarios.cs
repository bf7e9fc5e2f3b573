namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>Every scenario, those of each role together.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
        [.. ExtractScenarios.All, .. TestExtractScenarios.All, .. ReleaseScenarios.All, .. RunCuratedScenarios.All, .. DeployScenarios.All];

    /// <summary>Ready to be run.</summary>
    public static async Task<PipelineAccount> OpenAsync(Scenario scenario)
    {
        var account = new PipelineAccount();
        await scenario.Prepare(account);
        return account;
    }
}
