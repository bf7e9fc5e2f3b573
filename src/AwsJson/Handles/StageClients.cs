using Slipstream.AwsJson.Athena;
using Slipstream.AwsJson.Glue;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.AwsJson.Handles;

/// <summary>
/// A stage's only way to Glue and Athena: it opens the capabilities that the stage's settings declare, and nothing else. A client is
/// made when the first capability is opened that needs it.
/// </summary>
/// <param name="declared">The capabilities of the stage, or of the operator's action.</param>
/// <param name="isReadOnly">True for <c>--plan</c>: every handle refuses to change anything.</param>
/// <param name="openGlue">Makes the client of Glue.</param>
/// <param name="openAthena">Makes the client of Athena.</param>
public sealed class StageClients(
    IReadOnlyCollection<Capability> declared, bool isReadOnly, Func<AmazonGlueClient> openGlue, Func<AmazonAthenaClient> openAthena) : IDisposable
{
    private readonly Lazy<AmazonGlueClient> _glue = new(openGlue);
    private readonly Lazy<AmazonAthenaClient> _athena = new(openAthena);

    /// <summary>Opens a declared right to the database and its tables.</summary>
    /// <exception cref="AwsException">The environment names no region.</exception>
    public TablesHandle Open(CatalogTables capability, CatalogScope scope) => new(_glue.Value, declared.Require(capability), scope, isReadOnly);

    /// <summary>Opens a declared right to partitions.</summary>
    /// <exception cref="AwsException">The environment names no region.</exception>
    public PartitionsHandle Open(CatalogPartitions capability, CatalogScope scope) => new(_glue.Value, declared.Require(capability), scope, isReadOnly);

    /// <summary>Opens a declared right to have Athena run statements.</summary>
    /// <exception cref="AwsException">The environment names no region.</exception>
    public QueryHandle Open(AthenaQuery capability, CatalogScope scope) => new(_athena.Value, declared.Require(capability), scope, isReadOnly);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_glue.IsValueCreated)
        {
            _glue.Value.Dispose();
        }

        if (_athena.IsValueCreated)
        {
            _athena.Value.Dispose();
        }
    }
}
