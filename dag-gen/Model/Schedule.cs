namespace Slipstream.DagGen.Model;

/// <summary>When a pipeline runs.</summary>
/// <param name="TimeZone">An IANA name: the clocks of the schedule, and those that say which day a run belongs to.</param>
internal abstract record Schedule(string TimeZone);
