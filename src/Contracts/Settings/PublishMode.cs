namespace Slipstream.Contracts.Settings;

/// <summary>How RunCurated lays out what it publishes.</summary>
public enum PublishMode
{
    /// <summary>New folders for each version, and one commit that makes all of them current at once.</summary>
    Versions,

    /// <summary>Plain folders whose files are replaced: for readers that know no versions. Not atomic.</summary>
    InPlace,
}
