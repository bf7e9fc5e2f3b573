using Slipstream.Stages.TestExtract.Checks;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Severities, and the rules that reports ask for, as logs and reports write them.</summary>
internal static class Words
{
    public const string Failure = "failure";
    public const string Warning = "warning";

    public static readonly string UnknownColumn = Rule.UnknownColumn.Word();
    public static readonly string MissingColumn = Rule.MissingColumn.Word();

    public static string Of(Severity severity) => severity == Severity.Failure ? Failure : Warning;
}
