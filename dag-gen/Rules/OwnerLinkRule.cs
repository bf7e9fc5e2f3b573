using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>Airflow refuses to import a DAG whose link leads nowhere, and shows none of an owner that no task has.</summary>
internal sealed class OwnerLinkRule : IRule
{
    public string Code => "DG10";

    public IEnumerable<Breach> Check(Dag dag)
    {
        foreach (var link in dag.OwnerLinks)
        {
            var member = $"OwnerLinks['{link.Owner}']";
            if (!IsLink(link.Uri))
            {
                yield return new Breach(member, $"'{link.Uri}' is no link. Write 'https://host/path' or 'mailto:name@example.com'.");
            }

            if (link.Owner != dag.Owner)
            {
                yield return Breach.Warning(member, $"'{link.Owner}' is not the Owner, '{dag.Owner}', so that the link is never shown. Correct the name.");
            }
        }

        foreach (var twins in dag.OwnerLinks.GroupBy(link => link.Owner).Where(group => group.Count() > 1))
        {
            yield return new Breach($"OwnerLinks['{twins.Key}']", $"'{twins.Key}' has {twins.Count()} links. Airflow takes one for each owner.");
        }
    }

    private static bool IsLink(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeMailto ? uri is { UserInfo.Length: > 0, Host.Length: > 0 } : uri.Host.Length > 0);
}
