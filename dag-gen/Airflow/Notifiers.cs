using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>Who is told: by arguments of tasks where Airflow 2 must understand, by notifiers elsewhere.</summary>
internal static class Notifiers
{
    /// <summary>Entries of <c>default_args</c>: each task that fails tells of itself.</summary>
    public static IReadOnlyList<PyItem> OnFailure(Dag dag, Target target) =>
    [
        .. target == Target.Airflow3 ? Array.Empty<PyItem>() : EmailArguments(dag),
        .. Callback(dag.Notifications.OnFailure, target, value => PyItem.Entry("on_failure_callback", value)),
    ];

    /// <summary>Arguments of <c>DAG</c>: the run tells once.</summary>
    public static IReadOnlyList<PyItem> OnSuccess(Dag dag, Target target) =>
        [.. Callback(dag.Notifications.OnSuccess, target, value => PyItem.Keyword("on_success_callback", value))];

    private static IEnumerable<PyItem> EmailArguments(Dag dag)
    {
        var addresses = dag.Notifications.OnFailure.OfType<EmailNotification>().SelectMany(mail => mail.To).Distinct().ToList();
        return
        [
            .. addresses.Count == 0 ? Array.Empty<PyItem>() : [PyItem.Entry("email", PyList.OfStrings(addresses))],
            PyItem.Entry("email_on_failure", PyExpression.Of(addresses.Count > 0)),
            // Airflow's default is True.
            PyItem.Entry("email_on_retry", PyExpression.False),
        ];
    }

    private static IEnumerable<PyItem> Callback(IReadOnlyList<Notification> notifications, Target target, Func<PyExpression, PyItem> item)
    {
        List<PyCall> notifiers = [.. notifications.SelectMany(notification => Notifier(notification, target))];
        return notifiers.Count switch
        {
            0 => [],
            1 => [item(notifiers[0])],
            _ => [item(new PyList([.. notifiers]))],
        };
    }

    private static IEnumerable<PyCall> Notifier(Notification notification, Target target) => notification switch
    {
        EmailNotification mail when target == Target.Airflow3 => [Smtp(mail)],
        EmailNotification => [],
        SlackNotification slack => [Slack(slack)],
        _ => throw new InvalidOperationException($"No notifier is known for '{notification.GetType().Name}'."),
    };

    private static PyCall Smtp(EmailNotification mail) => new(Names.SmtpNotifier,
    [
        PyItem.Keyword("to", PyList.OfStrings(mail.To)),
        .. mail.Subject is { } subject ? [PyItem.Keyword("subject", new PyString(subject))] : Array.Empty<PyItem>(),
        .. mail.Body is { } body ? [PyItem.Keyword("html_content", new PyString(body))] : Array.Empty<PyItem>(),
    ]);

    private static PyCall Slack(SlackNotification slack) => new(
        Names.SlackNotifier,
        PyItem.Keyword("slack_conn_id", new PyString(slack.ConnectionId)),
        PyItem.Keyword("channel", new PyString(slack.Channel)),
        PyItem.Keyword("text", new PyString(slack.Text)));
}
