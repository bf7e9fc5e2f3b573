namespace Slipstream.Metadata.Inference;

/// <summary>A field of the objects seen.</summary>
/// <param name="Name">As the data have it.</param>
/// <param name="Type">What its values have in common.</param>
public sealed record InferredField(string Name, InferredType Type);
