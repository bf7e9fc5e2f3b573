namespace Slipstream.DagGen.Model;

/// <summary>What a parameter's value is.</summary>
internal enum ParamType
{
    String,
    Integer,
    Number,
    Boolean,
}
