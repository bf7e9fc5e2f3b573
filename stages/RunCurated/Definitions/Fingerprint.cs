using System.Text;
using Slipstream.ObjectStore;

namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>One hash of several texts in their order.</summary>
internal static class Fingerprint
{
    public static string Of(IEnumerable<string> texts) => Sha256Hash.Of(Encoding.UTF8.GetBytes(string.Join('\0', texts))).ToString();
}
