using System.Text.Json;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Terraform;

/// <summary>
/// A Terraform module in JSON that makes roles from the policy files beside it, so that there is one copy of each policy
/// (https://developer.hashicorp.com/terraform/language/syntax/json).
/// </summary>
public static class TerraformModule
{
    /// <summary>The module's text.</summary>
    public static string Write(IReadOnlyList<TerraformRole> roles)
    {
        ArgumentNullException.ThrowIfNull(roles);
        return JsonText.Write(PolicyWriter.Form, json =>
        {
            json.WriteStartObject();
            Required(json);
            json.WriteStartObject("resource");
            Group(json, "aws_eks_pod_identity_association", [.. roles.Where(role => role.Association is not null)], Association);
            Group(json, "aws_iam_policy", [.. roles.Where(role => role.TrustFile is null)], Managed);
            Group(json, "aws_iam_role", [.. roles.Where(role => role.TrustFile is not null)], Role);
            Group(json, "aws_iam_role_policy", [.. roles.Where(role => role.TrustFile is not null)], Inline);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static void Required(Utf8JsonWriter json)
    {
        json.WriteStartObject("terraform");
        json.WriteStartObject("required_providers");
        json.WriteStartObject("aws");
        json.WriteString("source", "hashicorp/aws");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter json, string type, IReadOnlyList<TerraformRole> roles, Func<TerraformRole, (string, string)[]> of)
    {
        if (roles.Count == 0)
        {
            return;
        }

        json.WriteStartObject(type);
        foreach (var role in roles.OrderBy(role => role.Label, StringComparer.Ordinal))
        {
            json.WriteStartObject(role.Label);
            foreach (var (name, value) in of(role))
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static (string, string)[] Role(TerraformRole role) =>
        [("assume_role_policy", File(role.TrustFile!)), ("name", role.Name), ("path", role.Path)];

    private static (string, string)[] Inline(TerraformRole role) =>
        [("name", role.Name), ("policy", File(role.PolicyFile)), ("role", $"${{aws_iam_role.{role.Label}.name}}")];

    private static (string, string)[] Managed(TerraformRole role) =>
        [("name", role.Name), ("path", role.Path), ("policy", File(role.PolicyFile))];

    private static (string, string)[] Association(TerraformRole role) =>
    [
        ("cluster_name", role.Association!.Cluster),
        ("namespace", role.Association.Namespace),
        ("role_arn", $"${{aws_iam_role.{role.Label}.arn}}"),
        ("service_account", role.Association.ServiceAccount),
    ];

    private static string File(string path) => $"${{file(\"${{path.module}}/{path}\")}}";
}
