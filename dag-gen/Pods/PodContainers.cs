using System.Globalization;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pods;

/// <summary>A pod's containers: the task's, and the one that keeps its result until Airflow has it.</summary>
internal static class PodContainers
{
    public static IReadOnlyList<V1Container> Of(Dag dag, DagTask task, Target target) =>
        [Base(dag, task, target), .. task.PushesXCom ? [XComSidecar.Container] : Array.Empty<V1Container>()];

    private static V1Container Base(Dag dag, DagTask task, Target target) => new()
    {
        Name = "base",
        Image = dag.ImageOf(task).ToString(),
        Command = Texts(task.Command, dag, target),
        Args = Texts(task.Arguments, dag, target),
        Env = Environment(dag, task, target),
        Resources = Requirements(task.Resources),
        SecurityContext = Security(task.ContainerSecurity ?? dag.Pod.ContainerSecurity),
        TerminationMessagePolicy = "File",
        VolumeMounts = PodVolumes.MountsOf(task),
    };

    private static IReadOnlyList<string>? Texts(IReadOnlyList<TemplatedText> texts, Dag dag, Target target) =>
        texts.Count == 0 ? null : [.. texts.Select(text => Text(text, dag, target))];

    private static string Text(TemplatedText text, Dag dag, Target target) => text switch
    {
        FixedText plain => plain.Text,
        FactText fact => RunTemplate.Of(fact.Fact, dag.Schedule.TimeZone, target),
        TemplateText template => template.Jinja,
        _ => throw new ArgumentOutOfRangeException(nameof(text), text, "What this text is in a pod is not known."),
    };

    private static IReadOnlyList<V1EnvVar>? Environment(Dag dag, DagTask task, Target target)
    {
        IReadOnlyList<V1EnvVar> variables =
        [
            .. dag.EnvironmentOf(task).Select(variable => new V1EnvVar(variable.Name, Text(variable.Value, dag, target), ValueFrom: null)),
            // Airflow writes the names of these in capitals.
            .. task.Secrets.OfType<VariableSecret>().Select(secret => new V1EnvVar(
                secret.Variable.ToUpperInvariant(), Value: null, new V1EnvVarSource(new V1SecretKeySelector(secret.Name, secret.Key)))),
        ];
        return variables.Count == 0 ? null : variables;
    }

    private static V1ResourceRequirements Requirements(Resources resources)
    {
        var limits = new OrderedDictionary<string, string>();
        if (resources.CpuLimit is { } cpu)
        {
            limits["cpu"] = cpu;
        }

        limits["memory"] = resources.MemoryLimit ?? resources.Memory;
        if (resources.Gpu > 0)
        {
            limits["nvidia.com/gpu"] = resources.Gpu.ToString(CultureInfo.InvariantCulture);
        }

        return new V1ResourceRequirements(new OrderedDictionary<string, string> { ["cpu"] = resources.Cpu, ["memory"] = resources.Memory }, limits);
    }

    private static V1SecurityContext Security(ContainerSecurity security) => new(
        security.ReadOnlyRootFilesystem,
        security.AllowPrivilegeEscalation,
        new V1Capabilities(security.AddedCapabilities.Count == 0 ? null : security.AddedCapabilities, security.DroppedCapabilities));
}
