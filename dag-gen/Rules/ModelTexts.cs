using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>The free texts of a model: all that no grammar of another rule restricts already.</summary>
internal static class ModelTexts
{
    public static IEnumerable<(string Member, string Value)> Of(Dag dag) =>
    [
        .. OfPipeline(dag).Concat(dag.Params.SelectMany(OfParam)).Concat(dag.Tasks.SelectMany(OfTask))
            .Where(text => text.Value is not null)
            .Select(text => (text.Member, text.Value!)),
    ];

    private static IEnumerable<(string Member, string? Value)> OfPipeline(Dag dag) =>
    [
        ("Description", dag.Description),
        ("Documentation", dag.Documentation),
        ("Owner", dag.Owner),
        .. dag.OwnerLinks.SelectMany(link => new[] { ($"OwnerLinks['{link.Owner}'].Owner", link.Owner), ($"OwnerLinks['{link.Owner}'].Uri", (string?)link.Uri) }),
        .. dag.Tags.Select(tag => ($"Tags['{tag}']", tag)),
        .. dag.Groups.Select(group => ($"Groups['{group.Id}'].Tooltip", group.Tooltip)),
        .. dag.Pod.Annotations.Select(annotation => ($"Pod.Annotations['{annotation.Key}']", annotation.Value)),
        .. dag.Notifications.OnFailure.Index().SelectMany(one => OfNotification($"Notifications.OnFailure[{one.Index}]", one.Item)),
        .. dag.Notifications.OnSuccess.Index().SelectMany(one => OfNotification($"Notifications.OnSuccess[{one.Index}]", one.Item)),
        .. dag.Schedule is AssetSchedule schedule ? schedule.Condition.Assets.Select(asset => ("Schedule.Condition", asset.Name)) : [],
    ];

    private static IEnumerable<(string Member, string? Value)> OfNotification(string member, Notification notification) => notification switch
    {
        EmailNotification mail => [.. mail.To.Select(to => ($"{member}.To", to)), ($"{member}.Subject", mail.Subject), ($"{member}.Body", mail.Body)],
        SlackNotification slack => [($"{member}.Channel", slack.Channel), ($"{member}.Text", slack.Text), ($"{member}.ConnectionId", slack.ConnectionId)],
        _ => throw new InvalidOperationException($"No texts are known for '{notification.GetType().Name}'."),
    };

    private static IEnumerable<(string Member, string? Value)> OfParam(DagParam param) =>
    [
        ($"Params['{param.Name}'].Description", param.Description),
        ($"Params['{param.Name}'].Pattern", param.Pattern),
        ($"Params['{param.Name}'].Default", param.Default as string),
        .. param.Enum.OfType<string>().Select(choice => ($"Params['{param.Name}'].Enum", choice)),
    ];

    private static IEnumerable<(string Member, string? Value)> OfTask(DagTask task)
    {
        var member = $"Tasks['{task.Id}']";
        return
        [
            ($"{member}.Documentation", task.Documentation),
            ($"{member}.Pool", task.Pool),
            .. task.Environment.Select(variable => ($"{member}.Environment['{variable.Name}']", Of(variable.Value))),
            .. task.Command.Index().Select(part => ($"{member}.Command[{part.Index}]", Of(part.Item))),
            .. task.Arguments.Index().Select(part => ($"{member}.Arguments[{part.Index}]", Of(part.Item))),
            .. task.Annotations.Select(annotation => ($"{member}.Annotations['{annotation.Key}']", annotation.Value)),
            .. task.Inlets.Concat(task.Outlets).Select(asset => ($"{member}.Outlets['{asset.Uri}'].Name", asset.Name)),
            .. task.Secrets.Index().Where(secret => secret.Item is VariableSecret).Select(secret =>
                ($"{member}.Secrets[{secret.Index}].Key", ((VariableSecret)secret.Item).Key)),
            .. task.VolumeMounts.SelectMany(mount => new[] { ($"{member}.VolumeMounts['{mount.Volume}'].Path", mount.Path), ($"{member}.VolumeMounts['{mount.Volume}'].SubPath", mount.SubPath) }),
            .. task.Tolerations.SelectMany(one => new[] { ($"{member}.Tolerations['{one.Key}'].Key", one.Key), ($"{member}.Tolerations['{one.Key}'].Value", one.Value) }),
            .. task.Affinity.SelectMany(one => one.Values.Append(one.Key).Select(text => ($"{member}.Affinity['{one.Key}']", text))),
        ];
    }

    private static string? Of(TemplatedText text) => text switch
    {
        FixedText written => written.Text,
        TemplateText template => template.Jinja,
        _ => null,
    };
}
