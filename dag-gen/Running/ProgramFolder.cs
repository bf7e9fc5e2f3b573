using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Running;

/// <summary>Where the stages are built.</summary>
internal sealed record ProgramFolder(string Root, string Configuration)
{
    /// <summary>A stage's program has the name of its image.</summary>
    public string PathOf(DagTask task) => Path.Combine(Root, task.Image, Configuration, task.Image);
}
