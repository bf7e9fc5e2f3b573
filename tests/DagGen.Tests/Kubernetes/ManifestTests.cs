using System.Text.Json.Nodes;
using Slipstream.DagGen.Airflow;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Pods;
using Slipstream.DagGen.Tests.Pods;
using Slipstream.DagGen.Tests.Support;
using Slipstream.Testing;

namespace Slipstream.DagGen.Tests.Kubernetes;

/// <summary>The manifests that dag-gen writes, as YAML, against Kubernetes' published OpenAPI document.</summary>
public sealed class ManifestTests
{
    [Theory]
    [InlineData("airflow-3")]
    [InlineData("airflow-2")]
    [InlineData("both")]
    public async Task Kubernetes_takes_the_pods_of_all_pipelines_and_examples(string targetName)
    {
        var target = Target.Parse(targetName);
        List<Dag> dags =
        [
            SomePods.Everything(),
            .. AllPipelines.List.SelectMany(pipeline => new[] { pipeline.In(DeploymentEnvironment.Production()), pipeline.In(DeploymentEnvironment.Local("/work")) }),
            .. Example.Accepted.Where(example => example.Target == target).Select(example => example.Dag),
        ];

        var pods = await Tool.ReadYamlAsync(string.Concat(dags.Select(dag => PodDocuments.Of(dag, target))));

        Assert.Equal(dags.Sum(dag => dag.Tasks.Count), pods.Count);
        Assert.All(pods, pod => Assert.Equal("Pod", (string?)pod!["kind"]));
        Assert.All(pods, pod => Assert.Empty(KubernetesSchema.Faults(pod)));
    }

    [Fact]
    public async Task Kubernetes_takes_the_service_accounts()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Repository.Path("iam"), "service-accounts.yaml", SearchOption.AllDirectories),
            .. Directory.EnumerateFiles(Repository.Path("tests", "DagGen.Tests", "Golden"), "service-accounts.yaml", SearchOption.AllDirectories),
        ];
        var accounts = await Tool.ReadYamlAsync(string.Concat(files.Select(File.ReadAllText)));

        Assert.True(accounts.Count >= 4, $"There are {accounts.Count} service accounts.");
        Assert.All(accounts, account => Assert.Equal("ServiceAccount", (string?)account!["kind"]));
        Assert.All(accounts, account => Assert.Empty(KubernetesSchema.Faults(account)));
    }

    [Fact]
    public async Task What_kubernetes_would_refuse_is_found()
    {
        var pods = await Tool.ReadYamlAsync(PodDocuments.Of(SomePods.Everything(), Target.Both));

        Refused("no kind of manifest: v2 Pod", pod => pod["apiVersion"] = "v2");
        Refused("no kind of manifest: v1 Pods", pod => pod["kind"] = "Pods");
        Refused("Pod has the unknown field specs", pod => pod["specs"] = new JsonObject());
        Refused("Pod.metadata.labels.team is no string: 7", pod => pod["metadata"]!["labels"]!["team"] = 7);
        Refused("Pod.metadata has the unknown field label", pod => pod["metadata"]!["label"] = new JsonObject());
        Refused("Pod.spec lacks containers", pod => pod["spec"]!.AsObject().Remove("containers"));
        Refused("Pod.spec has the unknown field serviceaccountName", pod => pod["spec"]!["serviceaccountName"] = "a");
        Refused("Pod.spec.activeDeadlineSeconds is no integer: \"600\"", pod => pod["spec"]!["activeDeadlineSeconds"] = "600");
        Refused("Pod.spec.activeDeadlineSeconds is no integer: 0.5", pod => pod["spec"]!["activeDeadlineSeconds"] = 0.5);
        Refused("Pod.spec.hostNetwork is no boolean: \"false\"", pod => pod["spec"]!["hostNetwork"] = "false");
        Refused("Pod.spec.priority is no integer: 2147483648", pod => pod["spec"]!["priority"] = 2147483648);
        Refused("Pod.spec.securityContext.seccompProfile lacks type", pod => pod["spec"]!["securityContext"]!["seccompProfile"] = new JsonObject());
        Refused("Pod.spec.volumes is no array: {}", pod => pod["spec"]!["volumes"] = new JsonObject());
        Refused("Pod.spec.volumes[0] has the unknown field emptydir", pod => pod["spec"]!["volumes"]![0]!["emptydir"] = new JsonObject());
        Refused("Pod.spec.tolerations[0].tolerationSeconds is no integer: null", pod => pod["spec"]!["tolerations"]![0]!["tolerationSeconds"] = null);
        Refused("Pod.spec.containers[0] lacks name", pod => pod["spec"]!["containers"]![0]!.AsObject().Remove("name"));
        Refused("Pod.spec.containers[0].env[0].value is no string: 12", pod => pod["spec"]!["containers"]![0]!["env"]![0]!["value"] = 12);
        Refused("Pod.spec.containers[0].args[0] is no string: 1", pod => pod["spec"]!["containers"]![0]!["args"]![0] = 1);
        Refused("Pod.spec.containers[0].resources.limits.cpu is no string: 2", pod => pod["spec"]!["containers"]![0]!["resources"]!["limits"]!["cpu"] = 2);
        Refused(
            "Pod.spec.containers[0].securityContext has the unknown field readOnlyRootFileSystem",
            pod => pod["spec"]!["containers"]![0]!["securityContext"]!["readOnlyRootFileSystem"] = true);

        void Refused(string fault, Action<JsonNode> change)
        {
            var pod = pods[1]!.DeepClone();
            change(pod);
            Assert.Equal([fault], KubernetesSchema.Faults(pod));
        }
    }
}
