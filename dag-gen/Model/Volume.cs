namespace Slipstream.DagGen.Model;

/// <summary>A volume of a pod. It is of use only where a <see cref="VolumeMount"/> puts it.</summary>
/// <param name="Name">Unique in the pod.</param>
internal abstract record Volume(string Name);
