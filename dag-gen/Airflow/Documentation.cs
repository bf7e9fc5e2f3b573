using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The argument <c>doc_md</c>. A text that ends in <c>.md</c> would be opened as a file: it ends in a line break.</summary>
internal static class Documentation
{
    public static IEnumerable<PyItem> Of(string markdown) => markdown.Length == 0
        ? []
        : [PyItem.Keyword("doc_md", new PyString(markdown.TrimEnd('\n') + "\n"))];
}
