using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Texts are made of whole characters, or no file could hold them.</summary>
internal sealed class TextRule : IRule
{
    public string Code => "DG33";

    public IEnumerable<Breach> Check(Dag dag) => Texts(dag)
        .Where(text => HasLoneSurrogate(text.Value))
        .Select(text => new Breach(text.Member, "The text holds half of a surrogate pair, which is no character. Remove it."));

    private static IEnumerable<(string Member, string Value)> Texts(Dag dag) =>
    [
        ("Description", dag.Description),
        ("Documentation", dag.Documentation),
        ("Owner", dag.Owner),
        .. dag.Tags.Select(tag => ($"Tags['{tag}']", tag)),
        .. from task in dag.Tasks
           from variable in task.Environment
           select ($"Tasks['{task.Id}'].Environment['{variable.Name}']", variable.Text ?? string.Empty),
    ];

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
