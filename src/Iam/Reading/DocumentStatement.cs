using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Policies;

namespace Slipstream.Iam.Reading;

/// <summary>A statement as its file has it, with what policies here never have.</summary>
public sealed record DocumentStatement
{
    /// <summary>Where it begins.</summary>
    public required int Line { get; init; }

    /// <summary>Its place in the policy, from 0 on.</summary>
    public required int Number { get; init; }

    /// <summary>Its id, if it has one.</summary>
    public Located? Sid { get; init; }

    /// <summary>True for Deny, false for Allow.</summary>
    public bool Denies { get; init; }

    /// <summary>What it names under Action or NotAction.</summary>
    public required IReadOnlyList<Located> Actions { get; init; }

    /// <summary>The line of NotAction, if that is what it has.</summary>
    public int? NotActionLine { get; init; }

    /// <summary>What it names under Resource or NotResource; nothing in a trust policy.</summary>
    public required IReadOnlyList<Located> Resources { get; init; }

    /// <summary>The line of NotResource, if that is what it has.</summary>
    public int? NotResourceLine { get; init; }

    /// <summary>Whom it speaks of, in trust and resource policies.</summary>
    public required IReadOnlyList<DocumentPrincipal> Principals { get; init; }

    /// <summary>All of which must hold.</summary>
    public required IReadOnlyList<DocumentCondition> Conditions { get; init; }

    /// <summary>How it is spoken of: its id, or else its place.</summary>
    public string Name => Sid?.Text ?? $"statement {Number + 1}";

    /// <summary>Whether it lists what it allows, and whom; what it denies, or names by what it is not, cannot be listed.</summary>
    public bool IsListed => !Denies && NotActionLine is null && NotResourceLine is null && !Principals.Any(principal => principal.IsInverted);

    /// <summary>The statement without its lines.</summary>
    /// <exception cref="EvaluationException">It takes in everything but what it names.</exception>
    public Statement ToStatement()
    {
        if (NotActionLine is not null || NotResourceLine is not null)
        {
            throw EvaluationException.Inverted(NotActionLine is not null ? "NotAction" : "NotResource", Name);
        }

        return new Statement(
            Sid?.Text ?? string.Empty,
            [.. Actions.Select(action => action.Text)],
            [.. Resources.Select(resource => resource.Text)],
            [.. Conditions.Select(condition => new Condition(
                condition.Operator.Text, condition.Key.Text, [.. condition.Values.Select(value => value.Text)]))]);
    }
}
