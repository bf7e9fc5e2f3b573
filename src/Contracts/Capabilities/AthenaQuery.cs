using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>
/// Let Athena run statements over the tables of a Glue database. Athena reads the catalogue and S3 with the caller's rights
/// (https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena-calledvia.html).
/// </summary>
/// <param name="Workgroup">The workgroup's name.</param>
/// <param name="Statement">What is run.</param>
/// <param name="MetaData">The folder of the metadata, as in <see cref="CatalogTables"/>.</param>
/// <param name="Data">The folder of the tables' files.</param>
/// <param name="Results">Where Athena writes results; null if the workgroup keeps them itself (https://docs.aws.amazon.com/athena/latest/ug/managed-results.html).</param>
/// <param name="Purpose">What the statements are for.</param>
/// <param name="Name">What the settings call it.</param>
public sealed record AthenaQuery(
    string Workgroup, AthenaStatement Statement, string MetaData, S3Prefix Data, S3Prefix? Results, string Purpose, [CallerMemberName] string Name = "")
    : Capability(Purpose, Name);
