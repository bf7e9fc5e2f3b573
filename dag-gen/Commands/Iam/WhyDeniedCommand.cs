using System.CommandLine;
using Slipstream.DagGen.Pipelines;
using Slipstream.Iam.Denials;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary><c>dag-gen iam why-denied</c>.</summary>
internal sealed class WhyDeniedCommand
{
    private const string About = """
        Say what is behind a sentence such as '… is not authorized to perform: s3:PutObject on resource: …', and which
        capability to declare, and where. Give the message in quotes, as the log has it.

          dag-gen iam why-denied 'User: arn:aws:sts::123456789012:assumed-role/postcodes-example-extract/run is not authorized
            to perform: s3:PutObject on resource: "arn:aws:s3:::example-land/x" because no identity-based policy allows it'
        """;

    private readonly Argument<string[]> _message = new("MESSAGE") { Description = "What AWS said.", Arity = ArgumentArity.OneOrMore };
    private readonly RoleChoice _roles;

    private WhyDeniedCommand(IReadOnlyList<IPipeline> pipelines) => _roles = new RoleChoice(pipelines);

    public static Command Create(Terminal terminal, IReadOnlyList<IPipeline> pipelines)
    {
        var parts = new WhyDeniedCommand(pipelines);
        var command = new Command("why-denied", About) { parts._message, parts._roles.Example, parts._roles.Environment };
        command.SetAction((parsed, _) => IamCommand.GuardAsync(terminal, () => parts.RunAsync(terminal, parsed)));
        return command;
    }

    private async Task<int> RunAsync(Terminal terminal, ParseResult parsed)
    {
        var denial = DenialReader.Read(string.Join(' ', parsed.GetRequiredValue(_message))) ?? throw CommandException.NoMessage();
        foreach (var line in new DenialDiagnosis(_roles.Read(parsed, terminal)).Of(denial))
        {
            await terminal.Out.WriteLineAsync(line);
        }

        return 0;
    }
}
