using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow passes resources on unread.</summary>
internal sealed class QuantityRule : IRule
{
    private const decimal Mebibyte = 1 << 20;

    public string Code => "DG22";

    public IEnumerable<Breach> Check(Dag dag) =>
    [
        .. Form("Pod.WorkVolumeSize", dag.Pod.WorkVolumeSize),
        .. dag.Tasks.SelectMany(task => Check($"Tasks['{task.Id}'].Resources", task.Resources)),
        .. from task in dag.Tasks
           from volume in task.Volumes.OfType<EmptyDirVolume>()
           from breach in volume.SizeLimit is { } size ? Form($"Tasks['{task.Id}'].Volumes['{volume.Name}'].SizeLimit", size) : []
           select breach,
    ];

    private static IEnumerable<Breach> Check(string member, Resources resources) =>
    [
        .. Form($"{member}.Cpu", resources.Cpu),
        .. Form($"{member}.Memory", resources.Memory),
        .. Limit($"{member}.CpuLimit", resources.Cpu, resources.CpuLimit),
        .. Limit($"{member}.MemoryLimit", resources.Memory, resources.MemoryLimit),
        .. resources.Gpu >= 0 ? Array.Empty<Breach>() : [new Breach($"{member}.Gpu", $"A pod cannot have {resources.Gpu} GPUs. Use 0 for none.")],
        .. Quantity.Read(resources.Memory) is >= Mebibyte or null ? Array.Empty<Breach>() :
            [Breach.Warning($"{member}.Memory", $"'{resources.Memory}' is less than a mebibyte: 'm' stands for a thousandth. Write '512Mi' for 512 mebibytes.")],
    ];

    private static IEnumerable<Breach> Limit(string member, string request, string? limit) => limit is null
        ? []
        : [.. Form(member, limit), .. Quantity.Read(limit) < Quantity.Read(request) ? [new Breach(member, $"The limit '{limit}' is below the '{request}' asked for. Raise it.")] : Array.Empty<Breach>()];

    private static IEnumerable<Breach> Form(string member, string text) => Quantity.Read(text) is null
        ? [new Breach(member, $"'{text}' is no Kubernetes quantity. Write it as '500m' for half a core or '2Gi' for two gibibytes.")]
        : [];
}
