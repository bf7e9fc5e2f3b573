using Slipstream.Contracts;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Tests.Support;

namespace Slipstream.DagGen.Tests.Rules;

/// <summary>DG19 to DG25, DG29 and DG30: what Kubernetes takes.</summary>
public sealed class PodRuleTests
{
    [Theory]
    [InlineData("https://registry.example.com/slipstream")]
    [InlineData("registry.example.com/Slipstream")]
    [InlineData("registry.example.com/slip stream")]
    [InlineData("None.dkr/")]
    [InlineData("")]
    public void Images_are_well_written(string repository) =>
        Broken.Expect("DG19", "Tasks['a'].Image", "is no image", Some.Dag(Some.Task("a")) with { ImageRepository = repository });

    [Theory]
    [InlineData("alpine", "is no image")]
    [InlineData("registry.example.com:5000/tools", "is no image")]
    [InlineData("alpine:latest", "is another image tomorrow")]
    [InlineData("registry.example.com/slipstream/extract:v1.0.0", "whose release is 'v9.8.7'")]
    public void Images_of_others_name_a_release(string image, string message) =>
        Broken.Expect("DG19", "Tasks['a'].Image", message, Some.Dag(Some.Extract("extract"), Some.Container("a") with { ImageReference = new ImageReference(image) }));

    [Theory]
    [InlineData("alpine:3.20")]
    [InlineData("registry.example.com:5000/tools/a__b:v2")]
    [InlineData("alpine:3.20@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Images_of_others_may_be_anywhere(string image) =>
        Broken.ExpectNothing(Some.Dag(Some.Container("a") with { ImageReference = new ImageReference(image) }));

    [Fact]
    public void Containers_are_of_the_release_that_they_are_told() => Broken.Expect(
        "DG19", "Tasks['extract'].Environment['GIT_TAG']", "is told that it is", Some.Dag(Some.Extract("extract")) with { GitTag = GitTag.Parse("v9.9.9") });

    [Theory]
    [InlineData("app", "ends_", "has the value 'ends_'")]
    [InlineData("app", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "at most 63")]
    [InlineData("app", "two words", "has the value 'two words'")]
    [InlineData("Example.com/app", "x", "is no label")]
    [InlineData("dag_id", "x", "Airflow sets itself")]
    public void Labels_are_what_kubernetes_takes(string key, string value, string message)
    {
        Broken.Expect("DG20", $"Pod.Labels['{key}']", message, Some.Dag() with { Pod = new PodSettings { Labels = [new Label(key, value)] } });
        Broken.Expect("DG20", $"Tasks['a'].Labels['{key}']", message, Some.Dag(Some.Task("a") with { Labels = [new Label(key, value)] }));
    }

    [Fact]
    public void Labels_are_given_once()
    {
        var dag = Some.Dag(Some.Task("a") with { Labels = [new Label("app", "a")] });

        Broken.Expect("DG20", "Tasks['a'].Labels['app']", "have a label 'app' already", dag with { Pod = new PodSettings { Labels = [new Label("app", "b")] } });
        Broken.Expect("DG20", "Pod.Labels['x']", "2 times", dag with { Pod = new PodSettings { Labels = [new Label("x", "1"), new Label("x", "2")] } });
    }

    [Fact]
    public void Nodes_are_selected_by_labels() =>
        Broken.Expect("DG20", "Tasks['a'].NodeSelector['two words']", "is no label", Some.Dag(Some.Task("a") with { NodeSelector = [new Label("two words", "x")] }));

    [Fact]
    public void Annotations_are_what_kubernetes_stores()
    {
        Broken.Expect("DG21", "Pod.Annotations['two words']", "is no annotation", Some.Dag() with { Pod = new PodSettings { Annotations = [new Annotation("two words", "x")] } });
        Broken.Expect("DG21", "Tasks['a'].Annotations['b']", "2 times", Some.Dag(Some.Task("a") with { Annotations = [new Annotation("b", "1"), new Annotation("b", "2")] }));
        Broken.Expect(
            "DG21", "Tasks['a'].Annotations", "Kubernetes stores 262144", Some.Dag(Some.Task("a") with { Annotations = [new Annotation("b", new string('é', 131072))] }));
    }

    [Theory]
    [InlineData("2 Gi")]
    [InlineData("2GB")]
    [InlineData("-1")]
    [InlineData("lots")]
    public void Resources_are_quantities(string memory)
    {
        Broken.Expect("DG22", "Tasks['a'].Resources.Memory", "is no Kubernetes quantity", With(new Resources { Memory = memory }));
        Broken.Expect("DG22", "Tasks['a'].Resources.MemoryLimit", "is no Kubernetes quantity", With(new Resources { MemoryLimit = memory }));
    }

    [Fact]
    public void Limits_are_not_below_what_is_asked_for()
    {
        Broken.Expect("DG22", "Tasks['a'].Resources.CpuLimit", "below the '1' asked for", With(new Resources { Cpu = "1", CpuLimit = "900m" }));
        Broken.Expect("DG22", "Tasks['a'].Resources.MemoryLimit", "below the '2Gi' asked for", With(new Resources { Memory = "2Gi", MemoryLimit = "2G" }));
        Broken.ExpectNothing(With(new Resources { Cpu = "0.5", CpuLimit = "500m", Memory = "1024Mi", MemoryLimit = "1Gi", Gpu = 1 }));
    }

    [Fact]
    public void Amounts_are_meant()
    {
        Broken.ExpectWarning("DG22", "Tasks['a'].Resources.Memory", "'m' stands for a thousandth", With(new Resources { Memory = "512m" }));
        Broken.Expect("DG22", "Tasks['a'].Resources.Gpu", "cannot have -1 GPUs", With(new Resources { Gpu = -1 }));
    }

    [Fact]
    public void Root_is_not_both_forbidden_and_wanted()
    {
        Broken.Expect("DG23", "Pod.Security.UserId", "the pod would never start", Some.Dag() with { Pod = new PodSettings { Security = new PodSecurity { UserId = 0 } } });
        Broken.Expect("DG23", "Tasks['a'].PodSecurity.GroupId", "Use 0 or more", Some.Dag(Some.Task("a") with { PodSecurity = new PodSecurity { GroupId = -1 } }));
    }

    [Theory]
    [InlineData("CAP_NET_RAW", "Tasks['a'].ContainerSecurity", "without 'CAP_'")]
    [InlineData("SYS_ADMIN", "Tasks['a'].ContainerSecurity.AddedCapabilities", "an escalation of privileges")]
    [InlineData("ALL", "Tasks['a'].ContainerSecurity.AddedCapabilities", "both added and dropped")]
    public void Capabilities_do_not_contradict_each_other(string added, string member, string message) =>
        Broken.Expect("DG23", member, message, Some.Dag(Some.Task("a") with { ContainerSecurity = new ContainerSecurity { AddedCapabilities = [added] } }));

    [Theory]
    [InlineData("Upper")]
    [InlineData("under_score")]
    [InlineData("-a")]
    [InlineData("a..b")]
    public void Service_accounts_are_dns_names(string name) =>
        Broken.Expect("DG25", "Tasks['a'].Identity", "is no service account", Some.Dag(Some.Task("a") with { Identity = Identity.ServiceAccount(name) }));

    [Theory]
    [InlineData("two words", false)]
    [InlineData("arn:aws:iam::1:role/a", false)]
    [InlineData("some_role+=,.@-", true)]
    [InlineData("arn:aws:iam::123456789012:role/team/some-role", true)]
    public void Roles_are_what_aws_takes(string role, bool isGood)
    {
        var dag = Some.Dag(Some.Task("a") with { Identity = Identity.Kube2Iam(role) });

        if (isGood)
        {
            Broken.ExpectNothing(dag);
        }
        else
        {
            Broken.Expect("DG25", "Tasks['a'].Identity", "is no role", dag);
        }
    }

    [Fact]
    public void A_pipeline_has_one_kind_of_identity()
    {
        Broken.Expect("DG25", "Tasks['b'].Identity", "by kube2iam, but 'a' by IRSA", Some.Dag(Some.Task("a"), Some.Task("b") with { Identity = Identity.Kube2Iam("r") }));
        Broken.Expect(
            "DG25", "Tasks['a'].Annotations['iam.amazonaws.com/role']", "Use Identity.Kube2Iam", Some.Dag(Some.Task("a") with { Annotations = [new Annotation("iam.amazonaws.com/role", "r")] }));
    }

    [Fact]
    public void Pods_end_in_a_way_that_has_a_name() =>
        Broken.Expect("DG29", "Pod.OnFinish", "nothing that can become of a pod", Some.Dag() with { Pod = new PodSettings { OnFinish = (FinishAction)99 } });

    [Fact]
    public void XCom_needs_a_sidecar_that_may_run()
    {
        var dag = Some.Dag(Some.Task("a") with { PushesXCom = true });

        Broken.Expect("DG30", "Tasks['a'].PushesXCom", "Pod.XComSidecarImage", dag);
        Broken.ExpectNothing(dag with { Pod = new PodSettings { XComSidecarImage = "registry.example.com/sidecar:v1" } });
        Broken.ExpectNothing(dag with { Pod = new PodSettings { Security = new PodSecurity { RunAsNonRoot = false } } });
    }

    private static Dag With(Resources resources) => Some.Dag(Some.Task("a") with { Resources = resources });
}
