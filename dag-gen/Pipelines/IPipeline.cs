using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Pipelines;

/// <summary>A pipeline's definition: everything that is generated or run is derived from it.</summary>
internal interface IPipeline
{
    /// <summary>The pipeline as it is in an environment: the same tasks and variables, with that environment's values.</summary>
    Dag In(DeploymentEnvironment environment);
}
