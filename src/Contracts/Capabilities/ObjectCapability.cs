namespace Slipstream.Contracts.Capabilities;

/// <summary>Something that a stage may do to a folder of objects.</summary>
/// <param name="Prefix">The folder: nothing outside it can be reached.</param>
/// <param name="Purpose">Completes 'so that the stage can …', for a reviewer.</param>
/// <param name="Name">What the settings call it.</param>
public abstract record ObjectCapability(S3Prefix Prefix, string Purpose, string Name) : Capability(Purpose, Name);
