using System.Security.Cryptography;
using System.Text;

namespace Slipstream.DagGen.Pods;

/// <summary>The label values that Airflow's operator makes of ids.</summary>
internal static class LabelValue
{
    private const int Longest = 63;
    private const int HashLength = 9;

    /// <summary>The id where Kubernetes allows it; else what it allows of it, and a hash that tells it from others.</summary>
    public static string Of(string id)
    {
        var safe = string.Concat(id.Where(IsLegal)).Trim('-', '_', '.');
        return safe == id && id.Length <= Longest ? id : $"{safe[..Math.Min(safe.Length, Longest - HashLength - 1)]}-{Hash(id)}";
    }

#pragma warning disable CA5351 // Airflow's choice. It keeps labels apart, no more.
    private static string Hash(string id) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(id)))[..HashLength];
#pragma warning restore CA5351

    private static bool IsLegal(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.';
}
