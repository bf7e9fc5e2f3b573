namespace Slipstream.DagGen.Model;

/// <summary>One of the five fields of a cron expression.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Values">What it admits.</param>
/// <param name="UnevenSteps">For each step that does not come out even, what is odd about it.</param>
internal sealed record CronField(string Text, IReadOnlySet<int> Values, IReadOnlyList<string> UnevenSteps);
