namespace Slipstream.DagGen.Python;

/// <summary>Airflow's arrow: <c>left >> right</c>.</summary>
internal sealed record PyShift(PyExpression Left, PyExpression Right) : PyExpression;
