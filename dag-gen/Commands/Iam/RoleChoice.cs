using System.CommandLine;
using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.DagGen.Pipelines;
using Slipstream.DagGen.Pipelines.Examples;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>Whose roles a command is about: those of all pipelines, or of one example.</summary>
internal sealed class RoleChoice
{
    private readonly IReadOnlyList<IPipeline> _pipelines;

    public RoleChoice(IReadOnlyList<IPipeline> pipelines)
    {
        _pipelines = pipelines;
        Environment.AcceptOnlyFromAmong([.. DeploymentEnvironment.Names]);
    }

    public Option<string?> Example { get; } = ExampleOption.Create("The roles of an example instead of those of this repository's pipelines.");

    public Option<string> Environment { get; } = new("--environment")
    {
        Description = "Whose account and buckets.",
        HelpName = string.Join('|', DeploymentEnvironment.Names),
        DefaultValueFactory = _ => "production",
    };

    /// <summary>All roles.</summary>
    public IReadOnlyList<IamRole> Read(ParseResult parsed, Terminal terminal)
    {
        var name = parsed.GetRequiredValue(Environment);
        var environment = DeploymentEnvironment.Find(name, terminal.CurrentDirectory);
        var contents = new CatalogContents(terminal.CurrentDirectory);
        IReadOnlyList<Dag> dags = parsed.GetValue(Example) is { } example
            ? [environment.Make(ExamplePipelines.Find(example))]
            : [.. _pipelines.Select(environment.Make)];
        var roles = dags.SelectMany(dag => PipelineRoles.Of(dag, contents).Select(role => new IamRole(dag, role))).ToList();
        return roles.Count > 0 ? roles : throw CommandException.NoRoles(name);
    }

    /// <summary>The role of that name, or of that file: <c>extract</c>.</summary>
    public static IamRole Find(IReadOnlyList<IamRole> roles, string name) =>
        roles.FirstOrDefault(role => role.Name == name || role.Role.File == name)
        ?? throw CommandException.UnknownRole(name, roles.Select(role => role.Name));
}
