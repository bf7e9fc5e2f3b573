namespace Slipstream.Contracts.Settings;

/// <summary>What RunCurated reads of raw-hist.</summary>
public enum InputMode
{
    /// <summary>Every extract up to the run: each table is made anew.</summary>
    All,

    /// <summary>Only extracts that are newer than those of the newest commit, for tables whose SQL says how.</summary>
    SinceLast,
}
