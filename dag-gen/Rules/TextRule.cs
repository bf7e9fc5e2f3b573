using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Texts are made of whole characters, or no file could hold them.</summary>
internal sealed class TextRule : IRule
{
    public string Code => "DG33";

    public IEnumerable<Breach> Check(Dag dag) => ModelTexts.Of(dag)
        .Where(text => HasLoneSurrogate(text.Value))
        .Select(text => new Breach(text.Member, "The text holds half of a surrogate pair, which is no character. Remove it."));

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
