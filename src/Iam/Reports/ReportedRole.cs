using Slipstream.Iam.Compilation;

namespace Slipstream.Iam.Reports;

/// <summary>A role as the report shows it.</summary>
/// <param name="Title">The task, with the action if it is an operator's.</param>
/// <param name="Meaning">What the action does; empty for the task itself.</param>
/// <param name="TakenBy">Who may take the role, as Markdown.</param>
/// <param name="Policy">What it may do.</param>
/// <param name="Declaration">A short name for what the policy was compiled from.</param>
/// <param name="Accepted">What lint finds and is accepted, with the reasons, as Markdown.</param>
public sealed record ReportedRole(string Title, string Meaning, string TakenBy, CompiledPolicy Policy, string Declaration, IReadOnlyList<string> Accepted);
