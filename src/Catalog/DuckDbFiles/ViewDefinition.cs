using System.Text;
using Slipstream.ObjectStore;

namespace Slipstream.Catalog.DuckDbFiles;

/// <summary>One table as a view: the statements that make it and what it shows.</summary>
internal sealed record ViewDefinition(string Table, TableVersion Shows, int Files, string Sql)
{
    /// <summary>Changes with anything that a reader could notice, the comments included.</summary>
    public string Hash => Sha256Hash.Of(Encoding.UTF8.GetBytes(Sql)).ToString();
}
