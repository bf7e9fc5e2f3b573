using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Jinja;
using Slipstream.DagGen.Jinja.Parsing;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow reads templates when a task runs: a name that it does not know fails the task, not the import.</summary>
internal sealed class TemplateRule : ITargetRule
{
    private static readonly string[] Marks = ["{{", "{%", "{#"];

    public string Code => "DG26";

    public IEnumerable<Breach> Check(Dag dag, Target target) =>
    [
        .. TextFields.Of(dag).Where(field => TemplateParser.IsTemplate(field.Text)).SelectMany(field => Text(field, dag, target)),
        .. dag.Tasks.SelectMany(task => TaskTexts(dag, task, target)),
        .. NotificationTexts(dag, target),
    ];

    private static IEnumerable<Breach> Text(TextField field, Dag dag, Target target)
    {
        var provider = Version.Parse(target.Provider[">= ".Length..]);
        return field.RenderedSince is { } since && since <= provider
            ? Template(field.Member, field.Text, new TemplateSites(dag, target).Anywhere())
            : [new Breach(field.Member, $"'{field.Text}' would stay as it is: Airflow does not render '{field.Argument}' {Since(field, provider)}. Write a fixed text.")];
    }

    private static string Since(TextField field, Version provider) => field.RenderedSince is null
        ? "here"
        : $"before version {field.RenderedSince} of its Kubernetes provider, and the file is for {provider} and later";

    private static IEnumerable<Breach> TaskTexts(Dag dag, DagTask task, Target target)
    {
        var site = new TemplateSites(dag, target).In(task);
        var member = $"Tasks['{task.Id}']";
        return
        [
            .. task.Environment.SelectMany(variable => Text($"{member}.Environment['{variable.Name}']", task, variable.Value, site)),
            .. task.Command.SelectMany((text, place) => Text($"{member}.Command[{place}]", task, text, site)),
            .. task.Arguments.SelectMany((text, place) => Text($"{member}.Arguments[{place}]", task, text, site)),
        ];
    }

    private static IEnumerable<Breach> Text(string member, DagTask task, TemplatedText text, TemplateSite site) => text switch
    {
        TemplateText template when TemplateParser.IsTemplate(template.Jinja) => Template(member, template.Jinja, site),
        TemplateText template => [Breach.Warning(member, $"'{template.Jinja}' holds nothing that is rendered. Look at its braces, or write it as a fixed text.")],
        FixedText { Text: var value } when TemplateParser.IsTemplate(value) =>
        [
            new Breach(
                member,
                $"The value '{value}' holds '{Mark(value)}', and Airflow would render it as a template. {(task.Stage is null
                    ? "If it is one, write TemplatedText.Template(…); if not, write it without."
                    : "Only facts of the run are templates: write it without.")}"),
        ],
        _ => [],
    };

    private static string Mark(string text) => Marks.First(mark => text.Contains(mark, StringComparison.Ordinal));

    private static IEnumerable<Breach> NotificationTexts(Dag dag, Target target)
    {
        var site = new TemplateSites(dag, target).InNotifications();
        return
        [
            .. dag.Notifications.OnFailure.SelectMany((notification, place) => Texts($"Notifications.OnFailure[{place}]", notification, site)),
            .. dag.Notifications.OnSuccess.SelectMany((notification, place) => Texts($"Notifications.OnSuccess[{place}]", notification, site)),
        ];
    }

    private static IEnumerable<Breach> Texts(string member, Notification notification, TemplateSite site) => notification switch
    {
        EmailNotification mail =>
        [
            .. mail.To.SelectMany(address => Template($"{member}.To['{address}']", address, site)),
            .. Template($"{member}.Subject", mail.Subject ?? string.Empty, site),
            .. Template($"{member}.Body", mail.Body ?? string.Empty, site),
        ],
        SlackNotification slack => [.. Template($"{member}.Channel", slack.Channel, site), .. Template($"{member}.Text", slack.Text, site)],
        _ => [],
    };

    private static IEnumerable<Breach> Template(string member, string text, TemplateSite site) =>
        from finding in TemplateChecker.Check(text, site)
        select finding.IsWarning ? Breach.Warning(member, Message(text, finding)) : new Breach(member, Message(text, finding));

    private static string Message(string text, TemplateFinding finding) => $"The template '{text}' cannot be used as it is. {finding.Message}";
}
