using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Compilation;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Tests.Compilation;

/// <summary>Whatever is declared: one form, nothing twice, and exactly the rights of the parts. The evaluator judges, which knows nothing of the compiler.</summary>
public sealed class CanonicalTests
{
    private const int Tries = 200;

    private static readonly string[] Prefixes = ["", "team/", "team", "team/things/", "team/things/deep/", "team/things_extra/", "things/"];

    private static readonly IReadOnlyList<Capability> Pool =
    [
        .. Some.Kinds.Values,
        .. from folder in new[] { "s3://example-land/team/", "s3://example-land/team/things/deep/", "s3://example-raw/team/things/", "s3://example-land/team/things_extra/" }
           from capability in Objects(S3Prefix.Parse(folder))
           select capability,
        new PublishMetrics("example/others", "count"),
        new UseKey(Some.Key, KeyUse.Encrypt, "example-raw", "write"),
    ];

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_declarations_does_not_matter(int seed)
    {
        var (random, declared) = Declared(seed);
        var shuffled = declared.ToArray();
        random.Shuffle(shuffled);

        Assert.Equal(PolicyWriter.Write(Some.Compile(declared).Policy), PolicyWriter.Write(Some.Compile(shuffled).Policy));
        Assert.Equal(PolicyWriter.Write(Some.Compile(declared).Policy), PolicyWriter.Write(Some.Compile([.. declared, .. shuffled]).Policy));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_policy_allows_what_its_capabilities_allow_one_by_one_and_nothing_else(int seed)
    {
        var (random, declared) = Declared(seed);
        var whole = new PolicyEvaluator(Some.Compile(declared).Policy);
        var parts = declared.Select(capability => new PolicyEvaluator(Some.Compile(capability).Policy)).ToList();
        var requests = Requests().ToArray();

        foreach (var request in random.GetItems(requests, Tries).Concat(requests.Where(request => parts.Exists(part => IsAllowed(part, request)))))
        {
            Assert.True(
                parts.Exists(part => IsAllowed(part, request)) == IsAllowed(whole, request),
                $"{request.Action} on {request.Resource} with {string.Join(", ", request.Context.Select(pair => $"{pair.Key}={pair.Value[0]}"))}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_grant_is_implied_by_another_and_each_is_in_one_statement(int seed)
    {
        var (_, declared) = Declared(seed);

        var compiled = Some.Compile(declared);

        var grants = compiled.Statements.SelectMany(statement => statement.Grants).ToList();
        Assert.Empty(from one in grants from other in grants where one != other && Implication.Implies(one, other) select (one, other));
        Assert.All(compiled.Statements, statement => Assert.Equal(
            statement.Statement.Actions.Count * statement.Statement.Resources.Count,
            statement.Grants.Select(grant => (grant.Action, grant.Resource)).Distinct().Count()));
        Assert.Equal(compiled.Statements.Count, compiled.Policy.Statements.Select(statement => statement.Sid).Distinct().Count());
        Assert.All(compiled.Policy.Statements, statement => Assert.Matches("^[A-Za-z0-9]+$", statement.Sid));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_capability_is_the_cause_of_something(int seed)
    {
        var (_, declared) = Declared(seed);

        Assert.Equal(declared.ToHashSet(), Some.Compile(declared).Statements.SelectMany(statement => statement.Causes).ToHashSet());
    }

    [Theory]
    [InlineData("a/*", "a/b*", true)]
    [InlineData("a/*", "a/*", true)]
    [InlineData("a/b*", "a/*", false)]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "a*bc", true)]
    [InlineData("a*bc", "a*c", false)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("a=*/t_*.gz", "a=1/t_*.gz", true)]
    [InlineData("a=*/t_*.gz", "a=*", false)]
    [InlineData("a", "a*", false)]
    public void One_pattern_covers_another_if_it_takes_in_all_that_the_other_does(string pattern, string other, bool covers) =>
        Assert.Equal(covers, Implication.Covers(pattern, other));

    private static (Random Random, IReadOnlyList<Capability> Declared) Declared(int seed)
    {
#pragma warning disable CA5394 // The same numbers each time: a failure can be seen again.
        var random = new Random(seed);
        return (random, [.. random.GetItems([.. Pool], random.Next(1, 14)).Distinct()]);
#pragma warning restore CA5394
    }

    private static IEnumerable<Capability> Objects(S3Prefix folder) =>
    [
        new List(folder, "find"), new List(folder, "find", FoldersBelow: true), new Read(folder, "read"),
        new WriteOnce(folder, "write"), new WriteOnce(folder, "write", InParts: true), new WriteOnce(folder, "write", Pattern: "day=*/x_*"), new DeleteValidated(folder, "clear"),
    ];

    private static IEnumerable<AccessRequest> Requests() =>
        from grant in Some.Compile(Pool).Statements.SelectMany(statement => statement.Grants).Select(grant => grant.Action).Distinct()
        from resource in Resources()
        from context in Contexts()
        select new AccessRequest(grant, resource, context);

    private static IEnumerable<string> Resources() =>
        Pool.SelectMany(capability => Some.Compile(capability).Policy.Statements).SelectMany(statement => statement.Resources).Distinct()
            .SelectMany(resource => new[] { resource.Replace("*", "x", StringComparison.Ordinal), resource.Replace("/*", "/day=1/x_1", StringComparison.Ordinal) })
            .Where(resource => !resource.Contains('*', StringComparison.Ordinal)).Distinct();

    private static IEnumerable<IReadOnlyDictionary<string, IReadOnlyList<string>>> Contexts()
    {
        (string, string)[][] contexts =
        [
            [],
            [("s3:if-none-match", "*")],
            [("s3:if-match", "abc")],
            [("s3:ObjectCreationOperation", "false")],
            [("aws:CalledVia", "athena.amazonaws.com")],
            [("cloudwatch:namespace", "example/things")],
            [("kms:ViaService", "s3.eu-west-1.amazonaws.com"), ("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::example-land")],
            [("kms:ViaService", "s3.eu-west-1.amazonaws.com"), ("kms:EncryptionContext:aws:s3:arn", "arn:aws:s3:::example-raw")],
            .. Prefixes.Select(prefix => new[] { ("s3:prefix", prefix) }),
            [("aws:CalledVia", "athena.amazonaws.com"), ("s3:prefix", "things/")],
        ];
        return contexts.Select(context => context.ToDictionary(pair => pair.Item1, pair => (IReadOnlyList<string>)[pair.Item2], StringComparer.Ordinal));
    }

    private static bool IsAllowed(PolicyEvaluator evaluator, AccessRequest request) => evaluator.Decide(request).Decision == Decision.Allowed;
}
