using Slipstream.DagGen.Commands;
using Slipstream.DagGen.Model;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Policies;
using Slipstream.Iam.Reports;
using Slipstream.Iam.Terraform;

namespace Slipstream.DagGen.Iam;

/// <summary>Everything about a pipeline's roles: <c>iam/&lt;dag_id&gt;/</c>.</summary>
internal static class IamFiles
{
    public const string Folder = "iam";

    /// <summary>The <c>iam:</c> part of the Analytical Platform's workflow.yml.</summary>
    public const string WorkflowFile = "workflow.iam.yml";

    /// <summary>The files of a pipeline; none without an account.</summary>
    public static IReadOnlyList<GeneratedFile> Of(Dag dag, IReadOnlyList<PipelineRole> roles)
    {
        if (dag.Account is not { } account || roles.Count == 0)
        {
            return [];
        }

        var trusts = roles.Select(role => RoleTrust.Of(role, account)).ToList();
        var pairs = roles.Zip(trusts).ToList();
        var workflow = roles.FirstOrDefault(role => role.Merged is not null) is { } merged ? new WorkflowAccess(merged.Policy.Capabilities) : null;
        return
        [
            .. roles.Select(role => File(dag, $"{role.File}.json", role.Text)),
            .. pairs.Where(pair => pair.Second is not null).Select(pair => File(dag, TrustFile(pair.First, pair.Second!), PolicyWriter.Write(pair.Second!.Policy))),
            .. ServiceAccounts.Of(dag, account, roles) is { Length: > 0 } accounts ? [File(dag, "service-accounts.yaml", accounts)] : Array.Empty<GeneratedFile>(),
            File(dag, "roles.tf.json", TerraformModule.Write([.. pairs.Where(pair => IsMadeHere(dag, pair.First, account)).Select(pair => Terraform(pair.First, pair.Second, account))])),
            File(dag, "REPORT.md", PipelineReport.Write(
                dag.Id, Place(account, roles), [.. pairs.Select(pair => Reported(pair.First, pair.Second))], workflow is null ? string.Empty : WorkflowReport.Of(workflow))),
            .. workflow is null ? Array.Empty<GeneratedFile>() : [File(dag, WorkflowFile, workflow.Text)],
        ];
    }

    private static GeneratedFile File(Dag dag, string path, string text) => GeneratedFile.OfText($"{Folder}/{dag.Id}/{path}", text);

    private static string TrustFile(PipelineRole role, RoleTrust trust) => $"trust/{role.File}.{trust.Kind}.json";

    // A module makes roles in one account.
    private static bool IsMadeHere(Dag dag, PipelineRole role, AwsAccount account) => role.Action is not null || TaskIamRole.AccountOf(dag, role.Task, account) == account.Id;

    private static TerraformRole Terraform(PipelineRole role, RoleTrust? trust, AwsAccount account) => new(
        role.File.Replace('.', '_'),
        role.Name,
        role.Action is null ? TaskIamRole.PathOf(role.Task, account) : account.RolePath,
        $"{role.File}.json",
        trust is null ? null : TrustFile(role, trust),
        role is { Action: null, Task.Identity: ServiceAccountIdentity { Binding: AccountBinding.PodIdentity } pod } && account.Cluster is { } cluster
            ? new PodIdentityAssociation(cluster, account.Namespace, pod.Name)
            : null);

    private static ReportedRole Reported(PipelineRole role, RoleTrust? trust) => new(
        role.Merged is { } all ? string.Join(", ", all.Parts.Select(part => part.Task.Id)) : role.Action is { } action ? $"{role.Task.Id} {action.Name}" : role.Task.Id,
        role.Action?.Meaning ?? string.Empty,
        (trust?.Words ?? "Nobody is named who takes it: attach its policy to whoever shall.") + (role.Merged is { } merged ? $" {merged.Words(role.Policy)}" : string.Empty),
        role.Policy,
        role.Declaration,
        role.Accepts.Count == 0 ? [] : [.. RoleLint.OfAccepted(role).Findings.Where(finding => finding.Muted is not null).Select(Accepted)]);

    private static string Accepted(LintFinding finding) => $"{finding.Rule}, `{finding.Breach.Statement}`: {finding.Breach.Sentence} {finding.Muted}";

    private static string Place(AwsAccount account, IReadOnlyList<PipelineRole> roles) =>
        $"Account {account.Id}, region {account.Region}. The pipeline has {roles.Count} roles, one for {(roles.Any(role => role.Merged is not null) ? "all its stages" : "each stage")} and one for each thing that people may ask of a stage by hand.";
}
