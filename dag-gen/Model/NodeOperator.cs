namespace Slipstream.DagGen.Model;

/// <summary>How a node's label is compared.</summary>
internal enum NodeOperator
{
    In,
    NotIn,
    Exists,
    DoesNotExist,
    Gt,
    Lt,
}
