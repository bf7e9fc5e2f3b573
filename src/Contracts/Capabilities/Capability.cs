namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Something that a stage may do to a folder of objects. Settings records declare them; a stage reaches its store only by
/// opening one, and the IAM policies are compiled from the same declarations.
/// </summary>
/// <param name="Prefix">The folder: nothing outside it can be reached.</param>
/// <param name="Purpose">Completes 'so that the stage can …', for a reviewer.</param>
public abstract record Capability(S3Prefix Prefix, string Purpose);
