namespace Slipstream.DagGen.Tests.Rules;

internal sealed record RulePageRow(string Code, string Name, string What, string Severity, string Airflow, string Source);
