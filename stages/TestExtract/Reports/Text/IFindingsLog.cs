using Slipstream.Stages.TestExtract.Reports.Json;
using Slipstream.Stages.TestExtract.Reports.Totals;

namespace Slipstream.Stages.TestExtract.Reports.Text;

/// <summary>Findings in the log of the pod.</summary>
internal interface IFindingsLog
{
    /// <summary>Says of one object how its checks ended; several may call at the same time.</summary>
    void Judged(string key, ObjectEntry entry);

    /// <summary>Says, last, what was found in all of them.</summary>
    /// <param name="totals">The sums, and the first findings.</param>
    /// <param name="rest">Where the findings are that the log leaves out.</param>
    void Finish(RunTotals totals, string rest);
}
