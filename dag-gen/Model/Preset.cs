namespace Slipstream.DagGen.Model;

/// <summary>Times that have a name. All but the first two are the beginnings of a unit of time.</summary>
internal enum Preset
{
    /// <summary>One run, and never again.</summary>
    Once,

    /// <summary>The next run begins when the last has ended.</summary>
    Continuous,

    Hourly,
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}
