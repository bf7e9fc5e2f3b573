using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Every mount has its volume, every volume its own name and every folder one mount.</summary>
internal sealed class VolumeRule : IRule
{
    // What the sidecar for XCom adds to a pod by itself.
    private const string XComVolume = "xcom";
    private const string XComFolder = "/airflow/xcom";

    public string Code => "DG24";

    public IEnumerable<Breach> Check(Dag dag) => dag.Tasks.SelectMany(task => (IEnumerable<Breach>)
        [.. Volumes(task), .. Sources(task), .. Mounts(task), .. Folders(task)]);

    private static IEnumerable<Breach> Volumes(DagTask task)
    {
        string[] taken = [PodSettings.WorkVolume, .. task.PushesXCom ? [XComVolume] : Array.Empty<string>()];
        foreach (var volume in task.Volumes)
        {
            var member = $"Tasks['{task.Id}'].Volumes['{volume.Name}']";
            if (!Grammar.IsDnsLabel(volume.Name))
            {
                yield return new Breach(member, $"'{volume.Name}' is no name of a volume. Use at most 63 lower-case letters, digits and dashes.");
            }

            if (taken.Contains(volume.Name))
            {
                yield return new Breach(member, $"The pod has a volume '{volume.Name}' already. Choose another name.");
            }

            if (!task.VolumeMounts.Any(mount => mount.Volume == volume.Name))
            {
                yield return Breach.Warning(member, $"Nothing mounts the volume '{volume.Name}'. Add a VolumeMount, or remove it.");
            }
        }

        foreach (var twins in task.Volumes.GroupBy(volume => volume.Name).Where(group => group.Count() > 1))
        {
            yield return new Breach($"Tasks['{task.Id}'].Volumes['{twins.Key}']", $"{twins.Count()} volumes are called '{twins.Key}'. Give each its own name.");
        }
    }

    private static IEnumerable<Breach> Sources(DagTask task) =>
        from source in task.Volumes.Select(Source).Concat(task.Secrets.Index().Select(secret => (Member: $"Secrets[{secret.Index}].Name", Name: (string?)secret.Item.Name)))
        where source.Name is not null && !Grammar.IsDnsSubdomain(source.Name)
        select new Breach(
            $"Tasks['{task.Id}'].{source.Member}", $"'{source.Name}' is no name that Kubernetes gives. Use lower-case letters, digits, dashes and dots.");

    private static (string Member, string? Name) Source(Volume volume) => ($"Volumes['{volume.Name}']", volume switch
    {
        ConfigMapVolume map => map.ConfigMap,
        SecretVolume secret => secret.SecretName,
        ClaimVolume claim => claim.Claim,
        _ => null,
    });

    private static IEnumerable<Breach> Mounts(DagTask task) =>
        from mount in task.VolumeMounts
        where mount.Volume != PodSettings.WorkVolume && !task.Volumes.Any(volume => volume.Name == mount.Volume)
        select new Breach(
            $"Tasks['{task.Id}'].VolumeMounts['{mount.Path}']", $"There is no volume '{mount.Volume}'. Add it to Volumes, or correct the name.");

    private static IEnumerable<Breach> Folders(DagTask task)
    {
        List<(string Member, string Path)> folders =
        [
            ("Pod.WorkVolumeSize", PodSettings.WorkFolder),
            .. task.PushesXCom ? [("PushesXCom", XComFolder)] : Array.Empty<(string, string)>(),
            .. task.VolumeMounts.Select(mount => ($"Tasks['{task.Id}'].VolumeMounts['{mount.Path}']", mount.Path)),
            .. task.Secrets.Index().Where(secret => secret.Item is FileSecret).Select(secret =>
                ($"Tasks['{task.Id}'].Secrets[{secret.Index}].Folder", ((FileSecret)secret.Item).Folder)),
        ];
        foreach (var (member, path) in folders.Where(folder => !Grammar.IsFolder(folder.Path)))
        {
            yield return new Breach(member, $"'{path}' is no folder of a container. Write an absolute path without '..' and colons.");
        }

        foreach (var twins in folders.GroupBy(folder => folder.Path.TrimEnd('/')).Where(group => group.Count() > 1))
        {
            yield return new Breach(twins.Last().Member, $"Several volumes are mounted at '{twins.Key}'. Give each its own folder.");
        }

        foreach (var mount in task.VolumeMounts.Where(mount => mount.SubPath is { } path && (path.StartsWith('/') || path.Split('/').Contains(".."))))
        {
            yield return new Breach(
                $"Tasks['{task.Id}'].VolumeMounts['{mount.Path}'].SubPath", $"'{mount.SubPath}' leaves the volume. Write a path below its root, without '..'.");
        }
    }
}
