using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Linting;
using Slipstream.Iam.Reading;
using Slipstream.Iam.Tests.Evaluation;

namespace Slipstream.Iam.Tests.Linting;

/// <summary>For each rule a bad example and a good one.</summary>
internal static class LintCases
{
    private const string Glue = "arn:aws:glue:eu-west-1:123456789012";
    private const string Land = "arn:aws:s3:::example-land/data/table";
    private const string Query = "{\"Sid\":\"Q\",\"Effect\":\"Allow\",\"Action\":\"athena:StartQueryExecution\",\"Resource\":\"arn:aws:athena:eu-west-1:123456789012:workgroup/w\"}";
    private const string Via = "\"ForAnyValue:StringEquals\":{\"aws:CalledVia\":\"athena.amazonaws.com\"}";

    private static readonly S3Prefix Folder = S3Prefix.Parse("s3://example-land/data/table/");

    public static IReadOnlyList<LintCase> All { get; } =
    [
        new("IAM001", Of("s3:HeadObject", $"{Land}/*"), Of("s3:GetObject", $"{Land}/*")),
        new("IAM002", Of("athena:RunQuery", "*"), Of("athena:ListDataCatalogs", "*")),
        new("IAM003", Of("s3:Get*", $"{Land}/*"), Of("s3:GetObject", $"{Land}/*")),
        new("IAM004", Of("s3:GetObject", "arn:aws:s3:::example-land"), Of("s3:GetObject", $"{Land}/*")),
        new("IAM005", Of("glue:GetTable", "*"), Of("lakeformation:GetDataAccess", "*")),
        new("IAM006", Of("cloudwatch:PutMetricData", "arn:aws:cloudwatch:eu-west-1:123456789012:namespace/x"), Of("cloudwatch:PutMetricData", "*")),
        new("IAM007", Of("iam:PassRole", "arn:aws:iam:::role/x"), Of("iam:PassRole", "arn:aws:iam::123456789012:role/x")),
        new("IAM008", Of("logs:PutLogEvents", "arn:aws:logs:*:*:/aws-glue/*"), Of("logs:PutLogEvents", "arn:aws:logs:eu-west-1:123456789012:log-group:/aws-glue/jobs/*")),
        new("IAM009", Of("s3:ListBucket", "arn:aws:s3:::example-land"), Of("s3:ListBucket", "arn:aws:s3:::example-land", Equal("s3:prefix", "data/table/"))),
        new("IAM010", Of("s3:ListBucket", "arn:aws:s3:::example-land", Equal("s3:prefix", "data/table")), Of("s3:ListBucket", "arn:aws:s3:::example-land", Equal("s3:prefix", "data/table/"))),
        new("IAM010", Of("s3:ListBucket", "arn:aws:s3:::example-land", Equal("s3:prefix", "other/")), Of("s3:ListBucket", "arn:aws:s3:::example-land", Equal("s3:prefix", "data/table/")))
        {
            Context = Declares(new List(Folder, "find")),
        },
        new("IAM011", Of("s3:GetObject", "arn:aws:s3:::example-land/data/table*"), Of("s3:GetObject", $"{Land}/land_timestamp=*/table_*.gz")),
        new("IAM012", Of("s3:GetObject", "arn:aws:s3:::example-land/*"), Of("s3:GetObject", $"{Land}/*")),
        new("IAM013", Of("glue:GetTable", $"{Glue}:table/db/t"), Of("[\"glue:GetTable\"]", [$"{Glue}:catalog", $"{Glue}:database/db", $"{Glue}:table/db/t"])),
        new("IAM014", Of("glue:DeleteDatabase", $"{Glue}:database/db"), Of("glue:UpdateDatabase", $"{Glue}:database/db")),
        new("IAM015", Document(Query), Document(Query, One("G", "glue:GetDatabase", $"{Glue}:database/default"), One("L", "s3:GetBucketLocation", "arn:aws:s3:::r"), One("P", "s3:PutObject", "arn:aws:s3:::r/a/*"))),
        new("IAM016", Document(Query, One("L", "s3:GetBucketLocation", "arn:aws:s3:::r")), Document(Query, One("L", "s3:GetBucketLocation", "arn:aws:s3:::r", Via))),
        new("IAM017", Of("iam:PassRole", "arn:aws:iam::123456789012:role/self", Equal("iam:PassedToService", "glue.amazonaws.com")),
            Of("iam:PassRole", "arn:aws:iam::123456789012:role/other", Equal("iam:PassedToService", "glue.amazonaws.com"))) { Context = new LintContext { Role = "self" } },
        new("IAM018", Document(One("J", "glue:CreateJob", $"{Glue}:job/j"), One("R", "iam:PassRole", "arn:aws:iam::123456789012:role/x")), Document(One("J", "glue:StartJobRun", $"{Glue}:job/j"), One("R", "iam:PassRole", "arn:aws:iam::123456789012:role/x"))),
        new("IAM019", Of("cloudwatch:PutMetricData", "*"), Of("cloudwatch:PutMetricData", "*", Equal("cloudwatch:namespace", "x"))),
        new("IAM020", Of("kms:Decrypt", "arn:aws:kms:eu-west-1:123456789012:key/k"), Of("kms:Decrypt", "arn:aws:kms:eu-west-1:123456789012:key/k", Equal("kms:ViaService", "s3.eu-west-1.amazonaws.com"))),
        new("IAM021", Of("s3:DeleteObjectVersion", $"{Land}/*"), Of("s3:DeleteObject", $"{Land}/*")),
        new("IAM022", Of("s3:DeleteObject", "arn:aws:s3:::example-raw-hist/a/*"), Of("s3:PutObject", "arn:aws:s3:::example-raw-hist/a/*", Present("s3:if-none-match"))),
        new("IAM022", Of("s3:PutObject", $"{Land}/*"), Of("s3:PutObject", $"{Land}/*", Present("s3:if-none-match"))) { Context = new LintContext { Immutable = [Folder] } },
        new("IAM023", Of("s3:DeleteObject", $"{Land}/*"), Of("s3:DeleteObject", $"{Land}/*", Present("s3:if-match"))) { Context = Declares(new DeleteValidated(Folder, "clear")) },
        new("IAM024", Of("s3:GetObject", $"{Land}/*", Equal("s3:prefix", "data/")), Of("s3:PutObject", $"{Land}/*", Present("s3:if-none-match"))),
        new("IAM024", Of("s3:PutObject", $"{Land}/*", "\"NumericEquals\":{\"s3:if-none-match\":\"1\"}"), Of("s3:GetObject", $"{Land}/*", Equal("s3:ExistingObjectTag/a", "1"))),
        new("IAM025", Of("s3:ListBucket", "arn:aws:s3:::example-land", Equal("s3:prefix", "data/*")), Of("s3:ListBucket", "arn:aws:s3:::example-land", "\"StringLike\":{\"s3:prefix\":\"data/*\"}")),
        new("IAM026", Of("s3:ListBucket", "arn:aws:s3:::example-land", "\"StringEqualsIfExists\":{\"s3:prefix\":\"data/\"}"), Of("s3:ListBucket", "arn:aws:s3:::example-land", Equal("s3:prefix", "data/"))),
        new("IAM026", Of("s3:GetObject", $"{Land}/*", Equal("aws:CalledVia", "athena.amazonaws.com")), Of("s3:GetObject", $"{Land}/*", Via)),
        new("IAM027", Document("{\"Sid\":\"A\",\"Effect\":\"Allow\",\"NotAction\":\"iam:*\",\"Resource\":\"*\"}"), Of("s3:GetObject", $"{Land}/*")),
        new("IAM028", """{"Version":"2008-10-17","Statement":[]}""", Document()),
        new("IAM028", Document(One("A", "s3:GetObject", "*"), One("A", "s3:GetObject", "*")), Document(One("A", "s3:GetObject", "*"), One("B", "s3:GetObject", "*"))),
        new("IAM029", Document(One("A", "s3:GetObject", $"{Land}/*"), One("B", "s3:GetObject", $"{Land}/a/*")), Document(One("A", "s3:GetObject", $"{Land}/*"), One("B", "s3:PutObject", $"{Land}/a/*"))),
        new("IAM030", Of("s3:GetObject", $"{Land}/*"), Of("s3:GetObject", $"{Land}/*"))
        {
            Context = new LintContext { Record = [] },
            GoodContext = Records("s3:GetObject", $"{Land}/a"),
        },
        new("IAM031", Of("s3:GetObject", $"{Land}/*"), Of("s3:PutObject", $"{Land}/*")) { Context = Records("s3:PutObject", $"{Land}/a") },
        new("IAM032", Of("s3:GetObject", $"{Land}/*"), Of("s3:GetObject", $"{Land}/a/*")) { Context = new LintContext { Baseline = PolicyReader.ReadDocument(Of("s3:GetObject", $"{Land}/a/*"), "old.json") } },
        new("IAM033", Of("s3:GetObject", $"{Land}/{new string('x', 6144)}/*"), Of("s3:GetObject", $"{Land}/{new string('x', 100)}/*")),
        new("IAM033", Of("s3:GetObject", $"{Land}/Ł/*"), Of("s3:GetObject", $"{Land}/ñ/*")),
        new("IAM034", Trust("\"StringEquals\":{\"oidc:aud\":\"sts.amazonaws.com\"}"), Trust("\"StringEquals\":{\"oidc:aud\":\"sts.amazonaws.com\",\"oidc:sub\":\"system:serviceaccount:a:b\"}")),
        new("IAM034", Trust("\"StringLike\":{\"oidc:aud\":\"sts.amazonaws.com\",\"oidc:sub\":\"system:serviceaccount:a:*\"}"), Trust("\"StringEquals\":{\"oidc:aud\":\"sts.amazonaws.com\",\"oidc:sub\":\"system:serviceaccount:a:b\"}")),
        new("IAM035", Document(), Document())
        {
            Context = Uses("r", Use("r", "p", "extract"), Use("r", "p", "curate")),
            GoodContext = Uses("r", Use("r", "p", "extract"), Use("s", "p", "curate")),
        },
        new("IAM036", Of("s3:PutObject", $"{Land}/*", "\"Bool\":{\"s3:ObjectCreationOperation\":\"false\"}"), Of("s3:PutObject", $"{Land}/*", Present("s3:if-none-match"))),
        new("IAM036", Of("s3:AbortMultipartUpload", $"{Land}/*"), Of("s3:AbortMultipartUpload", $"{Land}/*"))
        {
            Context = Declares(new WriteOnce(Folder, "write")),
            GoodContext = Declares(new WriteOnce(Folder, "write", InParts: true)),
        },
        new("IAM037", Document(), Document())
        {
            Context = Uses("r", Use("r", "p", "extract", "s3://b-b/a/"), Use("s", "q", "extract", "s3://b-b/a/b/")),
            GoodContext = Uses("r", Use("r", "p", "extract", "s3://b-b/a/"), Use("s", "q", "extract", "s3://b-b/ab/")),
        },
        new("IAM038", Of("[\"s3:PutObject\",\"s3:GetObject\"]", [$"{Land}/*"]), Of("[\"s3:GetObject\",\"s3:PutObject\"]", [$"{Land}/*"])),
        new("IAM038", Document(), Document()) { Context = new LintContext { Generated = "other" }, GoodContext = new LintContext { Generated = Document() } },
        new("IAM039", Document(), Document())
        {
            Context = Uses("r", Use("r", "p", "extract") with { IdentityInDag = "other" }),
            GoodContext = Uses("r", Use("r", "p", "extract")),
        },
        new("IAM040", Of("glue:DeleteTable", $"{Glue}:table/db/*"), Of("glue:DeleteTable", $"{Glue}:table/db/t")) { Context = Declares() },
        new("IAM040", Of("s3:GetObject", $"{Land}/day=*/x_*"), Of("s3:GetObject", $"{Land}/*.parquet")) { Context = Declares() },
    ];

    private static string Of(string action, string resource, string condition = "") => Document(One("A", action, resource, condition));

    private static string Of(string actions, string[] resources, string condition = "") =>
        Document($"{{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":{actions},\"Resource\":[{string.Join(',', resources.Select(resource => $"\"{resource}\""))}],\"Condition\":{{{condition}}}}}");

    private static string One(string sid, string action, string resource, string condition = "") =>
        $"{{\"Sid\":\"{sid}\",\"Effect\":\"Allow\",\"Action\":\"{action}\",\"Resource\":\"{resource}\",\"Condition\":{{{condition}}}}}";

    private static string Document(params string[] statements) =>
        $"{{\"Version\":\"2012-10-17\",\"Statement\":[\n{string.Join(",\n", statements)}]}}";

    private static string Trust(string condition) => Document(
        $"{{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRoleWithWebIdentity\",\"Principal\":{{\"Federated\":\"arn:aws:iam::123456789012:oidc-provider/oidc\"}},\"Condition\":{{{condition}}}}}");

    private static string Equal(string key, string value) => $"\"StringEquals\":{{\"{key}\":\"{value}\"}}";

    private static string Present(string key) => $"\"Null\":{{\"{key}\":\"false\"}}";

    private static LintContext Declares(params IReadOnlyList<Capability> capabilities) => new() { Capabilities = capabilities };

    private static LintContext Records(string action, string resource) => new() { Record = [SomePolicy.Request(action, resource)] };

    private static LintContext Uses(string role, params IReadOnlyList<RoleUse> uses) => new() { Role = role, Model = uses };

    private static RoleUse Use(string role, string pipeline, string stage, string writes = "s3://b-b/x/") =>
        new(role, pipeline, stage, "account", "account", [S3Prefix.Parse(writes)]);
}
