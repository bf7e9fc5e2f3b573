using Slipstream.Iam.Reading;
using Slipstream.Iam.Reference;

namespace Slipstream.Iam.Linting;

/// <summary>A policy and what is known of it, as rules look at it.</summary>
internal sealed record LintSubject(PolicyDocument Document, LintContext Context)
{
    public IReadOnlyList<DocumentStatement> Allows { get; } = [.. Document.Statements.Where(statement => !statement.Denies)];

    /// <summary>Every action that is allowed, with its facts.</summary>
    public IEnumerable<(DocumentStatement Statement, Located Action, AuthorizedAction? Known)> Actions =>
        from statement in Allows
        where statement.NotActionLine is null
        from action in statement.Actions
        select (statement, action, ServiceAuthorization.Current.Find(action.Text));

    /// <summary>Every pair of an action that is allowed and what it is allowed on.</summary>
    public IEnumerable<(DocumentStatement Statement, Located Action, Located Resource)> Pairs =>
        from allowed in Actions
        where allowed.Statement.NotResourceLine is null
        from resource in allowed.Statement.Resources
        select (allowed.Statement, allowed.Action, resource);

    /// <summary>Whether an action is allowed on a resource by whatever statement, conditions aside.</summary>
    public bool Covers(string action, string resource) => Pairs.Any(pair =>
        Patterns.TakesIn(pair.Action.Text, action, ignoreCase: true) && Patterns.TakesIn(pair.Resource.Text, resource));

    /// <summary>Whether an action is allowed on anything.</summary>
    public bool Covers(string action) => Actions.Any(allowed => Patterns.TakesIn(allowed.Action.Text, action, ignoreCase: true));
}
