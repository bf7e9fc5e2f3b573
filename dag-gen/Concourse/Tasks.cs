using System.Text.Json.Nodes;

namespace Slipstream.DagGen.Concourse;

/// <summary>What is run in a container of Concourse's own: https://concourse-ci.org/docs/tasks/</summary>
internal static class Tasks
{
    private const string Sdk = "mcr.microsoft.com/dotnet/sdk";
    private const string SdkTag = "10.0";

    // npm brings DuckDB's library, and the judges of the SQL.
    private const string Prepare = "apt-get update -qq && apt-get install -y -qq --no-install-recommends npm >/dev/null";

    /// <summary>All tests of the repository, and whether what is generated is current.</summary>
    public static JsonObject TestAll(string input) => Shell("test", input, $"{Prepare} && ./build.sh test && ./build.sh check");

    /// <summary>The tests of one stage.</summary>
    public static JsonObject TestStage(StageImage image, string input) => Shell("test", input,
        $"{Prepare} && npm ci --no-progress && dotnet run --project tests/Stages.Tests --configuration Release -- -namespace 'Slipstream.Stages.Tests.{image.Folder.Split('/')[^1]}*'");

    /// <summary>Refuses a tag that is not the version: images and dea_version would lie.</summary>
    public static JsonObject CheckTag(string input) => Shell("check-tag", input,
        "version=v$(sed -n 's:.*<Version>\\(.*\\)</Version>.*:\\1:p' Directory.Build.props) && test \"$(cat .git/ref)\" = \"$version\" || { echo \"The tag is $(cat .git/ref), but <Version> makes it $version.\"; exit 1; }");

    /// <summary>Builds an image by its Dockerfile alone, to <c>image/image.tar</c>, and if asked its files to <c>image/rootfs</c>: https://github.com/concourse/oci-build-task</summary>
    public static JsonObject Build(StageImage image, string input, bool isUnpacked, IEnumerable<(string Name, string Value)> arguments)
    {
        var parameters = new JsonObject { ["CONTEXT"] = input, ["DOCKERFILE"] = $"{input}/{image.Dockerfile}" };
        if (isUnpacked)
        {
            parameters["UNPACK_ROOTFS"] = true;
        }

        foreach (var (name, value) in arguments)
        {
            parameters[$"BUILD_ARG_{name}"] = value;
        }

        return new JsonObject
        {
            ["task"] = "build",
            // BuildKit needs it; the image's own containers have no rights at all.
            ["privileged"] = true,
            ["config"] = new JsonObject
            {
                ["platform"] = "linux",
                ["image_resource"] = Registry("concourse/oci-build-task", null),
                ["inputs"] = Nodes.List(new JsonObject { ["name"] = input }),
                ["outputs"] = Nodes.List(new JsonObject { ["name"] = "image" }),
                ["params"] = parameters,
                ["run"] = new JsonObject { ["path"] = "build" },
            },
        };
    }

    /// <summary>Writes what the image is made of to <c>bill</c>, from the image's own files.</summary>
    public static JsonObject WriteBill(StageImage image, string input)
    {
        var task = Shell("bill", input,
            $"dotnet run --project tools/Images --configuration Release -- --stage {image.Stage} --tag \"$(cat .git/ref)\" --bill-of ../image/rootfs && cp artifacts/images/{image.Stage}.cdx.json ../bill/");
        var config = task["config"]!.AsObject();
        config["inputs"]!.AsArray().Add(new JsonObject { ["name"] = "image" });
        config.Insert(config.IndexOf("run"), "outputs", Nodes.List(new JsonObject { ["name"] = "bill" }));
        return task;
    }

    /// <summary>Keeps the bill under the release's tag.</summary>
    public static JsonObject KeepBill(StageImage image) => Copy(
        "keep-bill", "bill", ["s3", "cp", $"bill/{image.Stage}.cdx.json", $"s3://((bills.bucket))/((bills.folder))/((.:tag))/{image.Name}.cdx.json"]);

    /// <summary>Copies the DAG files to the bucket that Airflow reads. Nothing there is removed: it may hold other teams' files.</summary>
    public static JsonObject PublishDags(string input) => Copy(
        "publish", input, ["s3", "sync", $"{input}/dags", "s3://((dags.bucket))/((dags.folder))", "--exclude", "*", "--include", "*.py"]);

    private static JsonObject Copy(string name, string input, IEnumerable<string> arguments) => new()
    {
        ["task"] = name,
        ["config"] = new JsonObject
        {
            ["platform"] = "linux",
            ["image_resource"] = Registry("amazon/aws-cli", "2.31.0"),
            ["inputs"] = Nodes.List(new JsonObject { ["name"] = input }),
            ["run"] = new JsonObject { ["path"] = "aws", ["args"] = Nodes.Texts(arguments) },
        },
    };

    private static JsonObject Shell(string name, string input, string script) => new()
    {
        ["task"] = name,
        ["config"] = new JsonObject
        {
            ["platform"] = "linux",
            ["image_resource"] = Registry(Sdk, SdkTag),
            ["inputs"] = Nodes.List(new JsonObject { ["name"] = input }),
            ["run"] = new JsonObject { ["path"] = "sh", ["dir"] = input, ["args"] = Nodes.Texts(["-ec", script]) },
        },
    };

    private static JsonObject Registry(string repository, string? tag)
    {
        var source = new JsonObject { ["repository"] = repository };
        if (tag is not null)
        {
            source["tag"] = tag;
        }

        return new JsonObject { ["type"] = "registry-image", ["source"] = source };
    }
}
