using Slipstream.Iam.Operations;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class PhantomActionRule : LintRule
{
    public override string Id => "IAM001";

    public override string What => "Every action is one that IAM knows.";

    public override string Breaks => "IAM takes the policy, and the action never matches a request.";

    public override string Link => "https://docs.aws.amazon.com/service-authorization/latest/reference/";

    // Names of operations that people take for actions.
    private static readonly Dictionary<string, string> Meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["s3:HeadObject"] = "s3:GetObject",
        ["s3:CopyObject"] = "s3:GetObject on the source and s3:PutObject on the destination",
        ["s3:CreateMultipartUpload"] = "s3:PutObject",
        ["s3:CompleteMultipartUpload"] = "s3:PutObject",
        ["s3:UploadPart"] = "s3:PutObject",
        ["s3:ListObjects"] = "s3:ListBucket",
        ["s3:ListObjectsV2"] = "s3:ListBucket",
        ["s3:HeadBucket"] = "s3:ListBucket",
        ["glue:BatchCreatePartitions"] = "glue:BatchCreatePartition",
    };

    /// <summary>What is meant by an action that does not exist; null if it exists, or nothing is known of its service.</summary>
    public static string? Instead(string action)
    {
        var facts = ServiceAuthorization.Current;
        return !facts.HasService(action) || facts.Actions.Any(known => Patterns.TakesIn(action, known.Name, ignoreCase: true))
            ? null
            : Meant.GetValueOrDefault(action) ?? Nearest(action);
    }

    public override IEnumerable<Breach> Check(LintSubject subject) =>
        from allowed in subject.Actions
        where allowed.Known is null && allowed.Action.Text != "*"
        let instead = Instead(allowed.Action.Text)
        where instead is not null
        select new Breach(allowed.Action.Line, allowed.Statement.Name, $"IAM knows no action '{allowed.Action.Text}'.", $"Write {instead}.");

    private static string Nearest(string action) => ServiceAuthorization.Current.Actions
        .Where(known => known.Name.StartsWith(action.Split(':')[0] + ":", StringComparison.OrdinalIgnoreCase) && !OperationTable.IsWithoutOperation(known.Name))
        .OrderBy(known => known.Name.StartsWith(action, StringComparison.OrdinalIgnoreCase) ? 0 : 1)
        .ThenBy(known => Distance(known.Name.ToUpperInvariant(), action.ToUpperInvariant()))
        .First().Name;

    // Levenshtein's, by rows.
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[right.Length];
    }
}
