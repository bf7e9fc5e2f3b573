using System.Text;
using System.Text.Json.Nodes;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Yaml;

namespace Slipstream.DagGen.Iam;

/// <summary>The Kubernetes service accounts of a pipeline's pods.</summary>
internal static class ServiceAccounts
{
    private const string RoleAnnotation = "eks.amazonaws.com/role-arn";

    /// <summary>One document for each; empty where pods have none of their own (kube2iam).</summary>
    public static string Of(Dag dag, AwsAccount account, IReadOnlyList<PipelineRole> roles)
    {
        var text = new StringBuilder();
        foreach (var role in roles.Where(role => role.Action is null))
        {
            if (role.Task.Identity is ServiceAccountIdentity identity)
            {
                text.Append("---\n").Append(YamlWriter.Write(Document(dag, account, role, identity)));
            }
        }

        return text.ToString();
    }

    private static JsonObject Document(Dag dag, AwsAccount account, PipelineRole role, ServiceAccountIdentity identity)
    {
        var metadata = new JsonObject { ["name"] = identity.Name, ["namespace"] = account.Namespace };
        if (identity.Binding == AccountBinding.Irsa)
        {
            metadata["annotations"] = new JsonObject { [RoleAnnotation] = TaskIamRole.ArnOf(dag, role.Task, account) };
        }

        return new JsonObject { ["apiVersion"] = "v1", ["kind"] = "ServiceAccount", ["metadata"] = metadata };
    }
}
