using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The whole of a generated file, from top to bottom.</summary>
internal static class DagModule
{
    private static readonly PyBlankLine Blank = new();

    public static IReadOnlyList<PyStatement> Of(Dag dag, Provenance provenance, Target target) =>
    [
        new PyComment($"{DagFile.Mark[2..]}{provenance.Generator} for Airflow {target.Airflow} (cncf.kubernetes {target.Provider}). DO NOT EDIT."),
        new PyComment($"Source: {provenance.Source}: edit that one, then run ./build.sh generate."),
        new PyDocstring($"Airflow DAG {dag.Id}."),
        Blank,
        .. Imports.Of(dag),
        Blank,
        .. Constants.Of(dag),
        Blank,
        new PyWith(DagCall.Of(dag), Names.Dag, Body(dag)),
    ];

    private static IReadOnlyList<PyStatement> Body(Dag dag) =>
    [
        new PyAssign(new PyName(Names.PodDefaults), PodDefaults.Of(dag)),
        Blank,
        new PyAssign(new PyName(Names.Tasks), new PyDict()) { Annotation = $"dict[str, {Names.PodOperator}]" },
        Blank,
        .. TaskOrder.Of(dag).SelectMany(task => new PyStatement[] { PodOperator.Of(dag, task), Blank }),
        .. TaskOrder.EdgesOf(dag).Select(Arrow),
    ];

    private static PyEvaluate Arrow(Edge edge) =>
        new(new PyShift(new PyIndex(Names.Tasks, edge.Upstream), new PyIndex(Names.Tasks, edge.Downstream)));
}
