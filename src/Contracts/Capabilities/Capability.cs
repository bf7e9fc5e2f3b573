namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Something that a stage may do outside itself. Settings records declare them; a stage reaches its store and its clients only
/// by opening one, and the IAM policies are compiled from the same declarations.
/// </summary>
/// <param name="Purpose">Completes 'so that the stage can …', for a reviewer.</param>
/// <param name="Name">What the settings call it: it names statements of policies and lines of reports.</param>
public abstract record Capability(string Purpose, string Name);
