using Slipstream.Contracts.Variables;

namespace Slipstream.DagGen.Model;

/// <summary>One variable of a container's environment.</summary>
internal sealed record TaskVariable(string Name, TemplatedText Value)
{
    /// <summary>The fixed text; null if the value is none.</summary>
    public string? Text => (Value as FixedText)?.Text;

    /// <summary>The fact of the run; null if the value is none.</summary>
    public RunFact? Fact => (Value as FactText)?.Fact;

    /// <summary>The template; null if the value is none.</summary>
    public string? Template => (Value as TemplateText)?.Jinja;

    public static TaskVariable Of(EnvironmentVariable variable) => new(
        variable.Name, variable.Fact is { } fact ? new FactText(fact) : TemplatedText.Fixed(variable.Text ?? string.Empty));
}
