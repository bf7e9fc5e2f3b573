using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Jinja;

/// <summary>The texts of a pipeline that somebody may take for templates. Those that are made to be templates are not among them.</summary>
internal static class TextFields
{
    private static readonly Version FromTheStart = new(1, 0);
    private static readonly Version VolumesSince = new(5, 1);
    private static readonly Version AnnotationsSince = new(7, 10);
    private static readonly Version NodeSelectorSince = new(9, 0, 1);

    public static IEnumerable<TextField> Of(Dag dag) =>
    [
        new TextField("Pod.Namespace", dag.Pod.Namespace, "namespace", FromTheStart),
        .. Pairs("Pod.Labels", dag.Pod.Labels.Select(label => (label.Key, label.Value)), "labels", FromTheStart),
        .. Pairs("Pod.Annotations", dag.Pod.Annotations.Select(annotation => (annotation.Key, annotation.Value)), "annotations", AnnotationsSince),
        .. dag.Tags.Select(tag => new TextField("Tags", tag, "tags", null)),
        .. dag.Tasks.SelectMany(task => Of($"Tasks['{task.Id}']", task)),
    ];

    private static IEnumerable<TextField> Of(string member, DagTask task) =>
    [
        new TextField($"{member}.Image", task.Image, "image", FromTheStart),
        .. Pairs($"{member}.Labels", task.Labels.Select(label => (label.Key, label.Value)), "labels", FromTheStart),
        .. Pairs($"{member}.Annotations", task.Annotations.Select(annotation => (annotation.Key, annotation.Value)), "annotations", AnnotationsSince),
        .. Pairs($"{member}.NodeSelector", task.NodeSelector.Select(label => (label.Key, label.Value)), "node_selector", NodeSelectorSince),
        .. task.Volumes.SelectMany(volume => Of($"{member}.Volumes['{volume.Name}']", volume)),
        .. task.VolumeMounts.Select(mount => new TextField($"{member}.VolumeMounts['{mount.Volume}']", mount.Path + mount.SubPath, "volume_mounts", VolumesSince)),
        .. NeverRendered(member, task),
    ];

    private static IEnumerable<TextField> Of(string member, Volume volume) =>
    [
        new TextField(member, volume.Name, "volumes", VolumesSince),
        .. volume switch
        {
            ConfigMapVolume map => [new TextField(member, map.ConfigMap, "volumes", VolumesSince)],
            ClaimVolume claim => [new TextField(member, claim.Claim, "volumes", VolumesSince)],
            _ => Array.Empty<TextField>(),
        },
    ];

    private static IEnumerable<TextField> NeverRendered(string member, DagTask task) =>
    [
        .. task.Identity is ServiceAccountIdentity account ? [new TextField($"{member}.Identity", account.Name, "service_account_name", null)] : Array.Empty<TextField>(),
        new TextField($"{member}.Pool", task.Pool ?? string.Empty, "pool", null),
        .. task.Secrets.Select(secret => new TextField($"{member}.Secrets['{secret.Name}']", secret.Name, "secrets", null)),
        .. task.Secrets.OfType<VariableSecret>().Select(secret => new TextField($"{member}.Secrets['{secret.Name}']", secret.Key + secret.Variable, "secrets", null)),
        .. task.Tolerations.Select(toleration => new TextField($"{member}.Tolerations['{toleration.Key}']", toleration.Key + toleration.Value, "tolerations", null)),
        .. task.Affinity.SelectMany(requirement => requirement.Values.Append(requirement.Key).Select(
            text => new TextField($"{member}.Affinity['{requirement.Key}']", text, "affinity", null))),
        .. task.Inlets.Select(asset => new TextField($"{member}.Inlets['{asset.Uri}']", asset.Uri, "inlets", null)),
        .. task.Outlets.Select(asset => new TextField($"{member}.Outlets['{asset.Uri}']", asset.Uri, "outlets", null)),
    ];

    private static IEnumerable<TextField> Pairs(string member, IEnumerable<(string Key, string Value)> pairs, string argument, Version since) =>
        pairs.SelectMany(pair => new[]
        {
            new TextField($"{member}['{pair.Key}']", pair.Key, argument, null),
            new TextField($"{member}['{pair.Key}']", pair.Value, argument, since),
        });
}
