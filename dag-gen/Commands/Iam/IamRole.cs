using Slipstream.DagGen.Iam;
using Slipstream.DagGen.Model;
using Slipstream.Iam.Compilation;
using Slipstream.Iam.Evaluation;
using Slipstream.Iam.Reading;

namespace Slipstream.DagGen.Commands.Iam;

/// <summary>A role of a pipeline with its file.</summary>
internal sealed record IamRole(Dag Dag, PipelineRole Role)
{
    public string Name => Role.Name;

    /// <summary>Where the policy is committed, below the repository's root.</summary>
    public string Path => $"{IamFiles.Folder}/{Dag.Id}/{Role.File}.json";

    /// <summary>What the generator writes.</summary>
    public string Text => Role.Text;

    public PolicyDocument Document => PolicyReader.ReadDocument(Text, Path);

    /// <summary>The role as messages name it.</summary>
    public string Task => Role.Merged is not null ? Dag.Id : Role.Action is { } action ? $"{Dag.Id}/{Role.Task.Id} {action.Name}" : $"{Dag.Id}/{Role.Task.Id}";

    /// <summary>The line of the file that has an atom's action.</summary>
    public int LineOf(Atom atom)
    {
        var statement = Document.Statements[atom.Statement];
        return statement.Actions.First(action => action.Text == atom.Action).Line;
    }

    /// <summary>What caused an atom.</summary>
    public IEnumerable<Contracts.Capabilities.Capability> CausesOf(Atom atom) => Statement(atom).Grants
        .Where(grant => grant.Action == atom.Action && grant.Resource == atom.Resource)
        .SelectMany(grant => grant.Causes)
        .Distinct();

    private CompiledStatement Statement(Atom atom) => Role.Policy.Statements[atom.Statement];
}
