using System.Text.Json;
using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Rules and severities as logs and reports write them.</summary>
internal static class Words
{
    public const string Failure = "failure";
    public const string Warning = "warning";

    public static readonly string UnknownColumn = Of(Rule.UnknownColumn);
    public static readonly string MissingColumn = Of(Rule.MissingColumn);
    public static readonly string ProfileDrift = Of(Rule.ProfileDrift);

    public static string Of(Severity severity) => severity == Severity.Failure ? Failure : Warning;

    /// <summary>The rule's name in snake case: <c>missing_column</c>.</summary>
    public static string Of(Rule rule) => JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.ToString());
}
