using Slipstream.Contracts;
using Slipstream.Testing;

namespace Slipstream.Stages.Tests.LeastPrivilege;

/// <summary>A way through a stage, or through an operator's action.</summary>
/// <param name="Role">Whose rights it needs, by the name of its file.</param>
/// <param name="Name">What happens, in words.</param>
/// <param name="Prepare">What was there before; nobody's rights are asked for it.</param>
internal sealed record Scenario(string Role, string Name, Func<PipelineAccount, Task> Prepare)
{
    /// <summary>The stage whose action it may be.</summary>
    public string Stage => Role.Split('.')[0];

    /// <summary>How it must end.</summary>
    public ExitCode Ends { get; init; }

    /// <summary>What an operator asks for, once everything is prepared.</summary>
    public Func<PipelineAccount, string[]> Arguments { get; init; } = _ => [];

    public async Task<StageRunResult> RunAsync(PipelineAccount account)
    {
        account.Aws.Record.Scenario = Name;
        return await account.RunAsync(Role, Arguments(account));
    }

    public override string ToString() => $"{Role}: {Name}";
}
