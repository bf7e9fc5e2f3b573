using System.Text.Json;
using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Pods;

namespace Slipstream.DagGen.Tests.Pods;

/// <summary>
/// Pods are admitted to a namespace with the restricted profile: https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
/// </summary>
public sealed class RestrictedTests
{
    // Of those that the profile allows, what our model can ask for.
    private static readonly string[] Volumes = ["configMap", "emptyDir", "persistentVolumeClaim", "secret"];

    [Fact]
    public void The_shipped_pipelines_pods_are_restricted()
    {
        var dags = AllPipelines.List.Select(pipeline => pipeline.In(DeploymentEnvironment.Production())).ToList();

        Assert.NotEmpty(dags);
        Assert.All(dags.SelectMany(dag => dag.Tasks.Select(task => Pod(dag, task))), pod => Assert.Empty(Faults(pod)));
    }

    [Fact]
    public void A_pod_that_asks_for_more_is_found()
    {
        var dag = SomePods.Everything();

        var faults = Faults(Pod(dag, dag.Tasks[1]));

        Assert.Contains("runAsNonRoot is not true", faults);
        Assert.Contains("runs as root", faults);
        Assert.Contains("adds the capability NET_ADMIN", faults);
    }

    private static List<string> Faults(JsonNode pod)
    {
        var spec = pod["spec"]!;
        var security = spec["securityContext"]!;
        var faults = new List<string>();
        Add(faults, (bool?)security["runAsNonRoot"] != true, "runAsNonRoot is not true");
        Add(faults, (long?)security["runAsUser"] == 0, "runs as root");
        Add(faults, (string?)security["seccompProfile"]?["type"] is not ("RuntimeDefault" or "Localhost"), "has no seccomp profile");
        Add(faults, (bool?)spec["hostNetwork"] == true || (bool?)spec["hostPID"] == true || (bool?)spec["hostIPC"] == true, "shares a namespace of the host");
        foreach (var volume in spec["volumes"]?.AsArray() ?? [])
        {
            Add(faults, volume!.AsObject().Any(field => field.Key != "name" && !Volumes.Contains(field.Key)), $"has the volume {volume["name"]}");
        }

        foreach (var container in spec["containers"]!.AsArray())
        {
            var own = container!["securityContext"];
            Add(faults, (bool?)own?["allowPrivilegeEscalation"] != false, $"{container["name"]} may escalate privileges");
            Add(faults, own?["capabilities"]?["drop"]?.AsArray().Any(name => (string?)name == "ALL") != true, $"{container["name"]} does not drop all capabilities");
            faults.AddRange((own?["capabilities"]?["add"]?.AsArray() ?? []).Where(name => (string?)name != "NET_BIND_SERVICE").Select(name => $"adds the capability {name}"));
        }

        return faults;
    }

    private static void Add(List<string> faults, bool isFault, string text)
    {
        if (isFault)
        {
            faults.Add(text);
        }
    }

    private static JsonNode Pod(Dag dag, DagTask task) => JsonSerializer.SerializeToNode(PodOf.Task(dag, task, Target.Both), PodJson.Default.V1Pod)!;
}
