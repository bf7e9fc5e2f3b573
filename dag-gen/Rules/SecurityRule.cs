using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Security contexts do not contradict themselves: Kubernetes would refuse the pod, or never start it.</summary>
internal sealed class SecurityRule : IRule
{
    public string Code => "DG23";

    public IEnumerable<Breach> Check(Dag dag) =>
    [
        .. OfPod("Pod.Security", dag.Pod.Security),
        .. OfContainer("Pod.ContainerSecurity", dag.Pod.ContainerSecurity),
        .. dag.Tasks.Where(task => task.PodSecurity is not null).SelectMany(task => OfPod($"Tasks['{task.Id}'].PodSecurity", task.PodSecurity!)),
        .. dag.Tasks.Where(task => task.ContainerSecurity is not null).SelectMany(task =>
            OfContainer($"Tasks['{task.Id}'].ContainerSecurity", task.ContainerSecurity!)),
    ];

    private static IEnumerable<Breach> OfPod(string member, PodSecurity security)
    {
        if (security.RunAsNonRoot && security.UserId == 0)
        {
            yield return new Breach($"{member}.UserId", "User 0 is root, but RunAsNonRoot forbids it: the pod would never start. Use another user, or allow root.");
        }

        foreach (var (name, id) in new[] { ("UserId", security.UserId), ("GroupId", security.GroupId), ("FileGroupId", security.FileGroupId) })
        {
            if (id < 0)
            {
                yield return new Breach($"{member}.{name}", $"{name} is {id}. Use 0 or more.");
            }
        }
    }

    private static IEnumerable<Breach> OfContainer(string member, ContainerSecurity security)
    {
        foreach (var name in security.AddedCapabilities.Concat(security.DroppedCapabilities).Where(name => !IsCapability(name)))
        {
            yield return new Breach(member, $"'{name}' is no capability. Write it in capitals and without 'CAP_', as in 'NET_BIND_SERVICE'.");
        }

        foreach (var name in security.AddedCapabilities.Intersect(security.DroppedCapabilities))
        {
            yield return new Breach($"{member}.AddedCapabilities", $"'{name}' is both added and dropped. Decide.");
        }

        if (!security.AllowPrivilegeEscalation && security.AddedCapabilities.Contains("SYS_ADMIN"))
        {
            yield return new Breach($"{member}.AddedCapabilities", "SYS_ADMIN is an escalation of privileges, which AllowPrivilegeEscalation forbids. Remove it.");
        }
    }

    private static bool IsCapability(string name) =>
        name.Length > 0 && !name.StartsWith("CAP_", StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_');
}
