namespace Slipstream.DagGen.Python;

/// <summary>A Python expression.</summary>
internal abstract record PyExpression
{
    public static PyExpression None { get; } = new PyName("None");

    public static PyExpression True { get; } = new PyName("True");

    public static PyExpression False { get; } = new PyName("False");

    public static PyExpression Of(bool value) => value ? True : False;
}
