using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Make and change the Glue database that a folder of metadata describes, and its tables; never delete the database.
/// </summary>
/// <param name="MetaData">The folder of the metadata, whose database.json names the database: it is read when the policy is compiled.</param>
/// <param name="Purpose">What the catalogue is for.</param>
/// <param name="RemovesTables">Whether tables go that the metadata do not have any more; their names are not known beforehand.</param>
/// <param name="Name">What the settings call it.</param>
public sealed record CatalogTables(string MetaData, string Purpose, bool RemovesTables = false, [CallerMemberName] string Name = "")
    : Capability(Purpose, Name);
