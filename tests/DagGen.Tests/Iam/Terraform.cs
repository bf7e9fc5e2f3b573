using System.Diagnostics;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Iam;

/// <summary>Terraform with AWS's provider, where both are installed.</summary>
internal static class Terraform
{
    // A folder of providers as 'terraform init -plugin-dir' takes it: nothing is fetched by a test.
    private static readonly string? Plugins = Set("TERRAFORM_PLUGINS");

    public static async Task ValidateAsync(string module)
    {
        Assert.SkipUnless(Directory.Exists(Plugins), "TERRAFORM_PLUGINS names no folder of Terraform's providers.");
        var init = await RunAsync(module, "init", "-backend=false", "-input=false", $"-plugin-dir={Plugins}");
        Assert.True(init.ExitCode == 0, init.Out + init.Error);
        var validate = await RunAsync(module, "validate", "-json");
        Assert.True(validate.ExitCode == 0, validate.Out + validate.Error);
    }

    private static async Task<ProgramResult> RunAsync(string module, params string[] arguments)
    {
        var start = new ProcessStartInfo("terraform", [$"-chdir={module}", .. arguments]);
        start.Environment["CHECKPOINT_DISABLE"] = "1";
        var result = await InstalledProgram.RunAsync(start, string.Empty, TestContext.Current.CancellationToken);
        Assert.SkipWhen(result is null, "'terraform' is not installed.");
        return result!;
    }

#pragma warning disable RS0030 // Where this machine keeps providers is no setting of ours.
    private static string? Set(string name) => Environment.GetEnvironmentVariable(name);
#pragma warning restore RS0030
}
