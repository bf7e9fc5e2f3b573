using System.Security.Cryptography;
using System.Text;
using Slipstream.Contracts.Capabilities;
using Slipstream.Iam.Compilation;

namespace Slipstream.DagGen.Iam;

/// <summary>
/// A short name for all that a role's policy is compiled from: if it is another one than before, so may the rights be. What only
/// words say, purposes and names of capabilities, is left out.
/// </summary>
internal static class DeclarationHash
{
    private const int Characters = 12;

    /// <summary>The first characters of the SHA-256 of a role's declarations.</summary>
    /// <param name="scope">The account.</param>
    /// <param name="capabilities">What is declared.</param>
    /// <param name="contentOf">What folders of metadata say.</param>
    public static string Of(AwsScope scope, IReadOnlyList<Capability> capabilities, Func<string, CatalogContent> contentOf)
    {
        var lines = capabilities.Select(capability => $"{capability with { Purpose = string.Empty, Name = string.Empty }} {Content(capability, contentOf)}");
        var text = string.Join('\n', [scope.ToString(), .. lines.Distinct().Order(StringComparer.Ordinal)]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Characters];
    }

    private static string Content(Capability capability, Func<string, CatalogContent> contentOf)
    {
        var folder = capability switch
        {
            CatalogTables tables => tables.MetaData,
            CatalogPartitions partitions => partitions.MetaData,
            AthenaQuery query => query.MetaData,
            _ => null,
        };
        return folder is null || contentOf(folder) is not { } content
            ? string.Empty
            : $"{content.Database}: {string.Join(' ', content.Tables)} / {string.Join(' ', content.PartitionedTables)}";
    }
}
