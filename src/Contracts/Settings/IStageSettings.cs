using Slipstream.Contracts.Capabilities;
using Slipstream.Contracts.Variables;

namespace Slipstream.Contracts.Settings;

/// <summary>The contract of one stage: what it is called, which variables it reads, what it may do.</summary>
/// <typeparam name="TSelf">The settings record itself.</typeparam>
public interface IStageSettings<TSelf>
    where TSelf : IStageSettings<TSelf>
{
    /// <summary>The name of the stage, its program, its image and, by default, its task: words with dashes.</summary>
    static abstract string Stage { get; }

    /// <summary>What the stage does, in one sentence.</summary>
    static abstract string Summary { get; }

    /// <summary>What an operator may ask for by hand, beside the stage's own work.</summary>
    static virtual IReadOnlyList<OperatorAction<TSelf>> Actions => [];

    /// <summary>The settings that all stages share.</summary>
    HostSettings Host { get; }

    /// <summary>All that the stage may do outside itself; an operator's action has rights of its own.</summary>
    IReadOnlyList<Capability> Capabilities { get; }

    /// <summary>Declares the variables: see <see cref="Variables{TSettings}"/>.</summary>
    static abstract TSelf Bind(Variables<TSelf> variables);
}
