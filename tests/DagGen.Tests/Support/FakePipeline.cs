using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;

namespace Slipstream.DagGen.Tests.Support;

/// <summary>A pipeline that is the same everywhere.</summary>
internal sealed class FakePipeline(Dag dag) : IPipeline
{
    public Dag In(DeploymentEnvironment environment) => dag;
}
