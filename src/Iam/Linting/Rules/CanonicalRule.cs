using Slipstream.Iam.Reading;

namespace Slipstream.Iam.Linting.Rules;

internal sealed class CanonicalRule : LintRule
{
    public override string Id => "IAM038";

    public override string What => "A file is canonical: sorted, no name twice, and what the generator writes.";

    public override string Breaks => "Differences between two policies drown in their order; readers differ in which of two names they take.";

    public override string Link => "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html";

    public override IEnumerable<Breach> Check(LintSubject subject) =>
    [
        .. subject.Document.DuplicateNames.Select(name => new Breach(name.Line, string.Empty, $"'{name.Text}' stands twice in one object.", "Remove one.")),
        .. subject.Document.Statements.SelectMany(Unsorted),
        .. subject.Context.Generated is { } generated && generated != subject.Document.Text
            ? [new Breach(FirstDifference(generated, subject.Document.Text), string.Empty, "The file is not what the generator writes.", "Run ./build.sh generate.")]
            : Array.Empty<Breach>(),
    ];

    private static IEnumerable<Breach> Unsorted(DocumentStatement statement) =>
        from list in new[] { ("Action", statement.Actions), ("Resource", statement.Resources) }
        let texts = list.Item2.Select(text => text.Text).ToList()
        where !texts.SequenceEqual(texts.Order(StringComparer.Ordinal))
        select new Breach(list.Item2[0].Line, statement.Name, $"{list.Item1} is not sorted.", "Sort it.");

    private static int FirstDifference(string left, string right) =>
        1 + left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count(pair => pair.First == '\n');
}
