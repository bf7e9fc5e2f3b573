using System.Text.RegularExpressions;
using Slipstream.DagGen.Model;

namespace Slipstream.DagGen.Rules;

/// <summary>A service account's name is a DNS subdomain.</summary>
internal sealed partial class ServiceAccountRule : IRule
{
    private const int Longest = 253;

    public string Code => "DG25";

    public IEnumerable<Breach> Check(Dag dag) =>
        from task in dag.Tasks
        let account = task.Identity as ServiceAccountIdentity
        where account is not null && (account.Name.Length > Longest || !DnsSubdomain().IsMatch(account.Name))
        select new Breach(
            $"Tasks['{task.Id}'].Identity",
            $"'{account.Name}' is no service account. Use at most {Longest} lower-case letters, digits, dashes and dots, with a letter or digit at both ends.");

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex DnsSubdomain();
}
