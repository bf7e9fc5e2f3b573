using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>Add, repoint and remove the partitions of the partitioned tables of a Glue database.</summary>
/// <param name="MetaData">The folder of the metadata, as in <see cref="CatalogTables"/>.</param>
/// <param name="Purpose">What the partitions are for.</param>
/// <param name="Creates">False if partitions are added by Athena (<see cref="AthenaQuery"/>), and only changed and removed here.</param>
/// <param name="Name">What the settings call it.</param>
public sealed record CatalogPartitions(string MetaData, string Purpose, bool Creates = true, [CallerMemberName] string Name = "")
    : Capability(Purpose, Name);
