using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class KeyRule : LintRule
{
    public override string Id => "IAM020";

    public override string What => "A key is used through a service, and named by its own ARN.";

    public override string Breaks => "The key decrypts anything for whoever holds the role; an alias never matches.";

    public override string Link => "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service";

    private static readonly string[] Uses =
        ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from pair in subject.Pairs
        where pair.Action.Text.StartsWith("kms:", StringComparison.OrdinalIgnoreCase)
        from fault in Faults(pair.Statement, pair.Action.Text, pair.Resource.Text)
        select new Breach(pair.Action.Line, pair.Statement.Name, fault, "Name the actions and the key's ARN, and add StringEquals kms:ViaService.");

    private static IEnumerable<string> Faults(DocumentStatement statement, string action, string resource)
    {
        if (action == "kms:*")
        {
            yield return "'kms:*' may also delete the key.";
        }

        if (resource.Contains(":alias/", StringComparison.Ordinal))
        {
            yield return $"'{resource}' is an alias: requests to use a key name the key.";
        }

        if (Uses.Contains(action, StringComparer.OrdinalIgnoreCase) && !Patterns.HasCondition(statement, "kms:ViaService", "StringEquals"))
        {
            yield return $"'{action}' may be used without any service between.";
        }
    }
}
