namespace Slipstream.Stages.RunCurated.Definitions;

/// <summary>A table that a transform reads: <c>raw.t</c> or <c>curated.t</c>.</summary>
/// <param name="Schema">raw or curated.</param>
/// <param name="Table">The table.</param>
/// <param name="Line">Where it is first read, from 1.</param>
internal sealed record TableReference(string Schema, string Table, int Line)
{
    public const string Raw = "raw";
    public const string Curated = "curated";
}
