using System.Text;

namespace Slipstream.DagGen.Iam;

/// <summary>What the platform's own words for access mean, beside the policy that would be enough.</summary>
internal static class WorkflowReport
{
    /// <summary>A section of the report, as Markdown.</summary>
    public static string Of(WorkflowAccess access)
    {
        var text = new StringBuilder($"""
            ## Where the platform makes the role

            The Analytical Platform makes the role from the `iam:` part of workflow.yml. `{IamFiles.WorkflowFile}` is the nearest that it can say; a role of one's own, made from
            `{MergedRole.File}.json`, is named there as `external_role`.

            """.ReplaceLineEndings("\n"));
        Add(text, "Beyond need, the platform's role may:", access.Beyond);
        Add(text, "It lacks:", access.Lacking);
        return text.Append('\n').ToString();
    }

    private static void Add(StringBuilder text, string head, IEnumerable<string> sentences)
    {
        var lines = string.Concat(sentences.Select(sentence => $"- {sentence}\n"));
        if (lines.Length > 0)
        {
            text.Append('\n').Append(head).Append("\n\n").Append(lines);
        }
    }
}
