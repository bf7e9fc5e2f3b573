using System.Xml;

namespace Slipstream.DagGen.Graph;

/// <summary>Texts that XML can carry: it has no way to write most control characters.</summary>
internal static class XmlText
{
    private const char Replacement = '\ufffd';

    public static string Of(string text) => string.Create(text.Length, text, static (result, text) =>
    {
        for (var place = 0; place < text.Length; place++)
        {
            var isPair = (place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]))
                || (place > 0 && char.IsSurrogatePair(text[place - 1], text[place]));
            result[place] = isPair || XmlConvert.IsXmlChar(text[place]) ? text[place] : Replacement;
        }
    });
}
