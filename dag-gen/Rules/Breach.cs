namespace Slipstream.DagGen.Rules;

/// <summary>What breaks a rule.</summary>
/// <param name="Member">The member of the model, such as <c>Schedule.Cron</c> or <c>Tasks['extract'].Id</c>.</param>
/// <param name="Message">What is wrong and what to do, in whole sentences.</param>
internal sealed record Breach(string Member, string Message)
{
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>What is probably not meant.</summary>
    public static Breach Warning(string member, string message) => new(member, message) { Severity = Severity.Warning };
}
