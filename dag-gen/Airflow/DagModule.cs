using Slipstream.DagGen.Model;
using Slipstream.DagGen.Python;

namespace Slipstream.DagGen.Airflow;

/// <summary>The whole of a generated file, from top to bottom.</summary>
internal static class DagModule
{
    private static readonly PyBlankLine Blank = new();

    public static IReadOnlyList<PyStatement> Of(Dag dag, Provenance provenance, Target target) =>
    [
        new PyComment($"{DagFile.Mark[2..]}{provenance.Generator} for Airflow {target.Airflow} ({Providers(dag, target)}). DO NOT EDIT."),
        new PyComment($"Source: {provenance.Source} (sha256 of the model: {ModelHash.Of(dag)})."),
        new PyComment("Edit that file, then run ./build.sh generate."),
        new PyDocstring($"Airflow DAG {dag.Id}."),
        Blank,
        .. Imports.Of(dag, target),
        Blank,
        .. Constants.Of(dag, target),
        new PyWith(DagCall.Of(dag, target), Names.Dag, Body(dag, target)),
    ];

    private static string Providers(Dag dag, Target target) => string.Join(", ",
    [
        $"cncf.kubernetes {target.Provider}",
        .. Use.OfSlack(dag) ? ["slack"] : Array.Empty<string>(),
        .. Use.OfSmtp(dag, target) ? ["smtp"] : Array.Empty<string>(),
    ]);

    private static IReadOnlyList<PyStatement> Body(Dag dag, Target target) =>
    [
        new PyAssign(new PyName(Names.PodDefaults), PodDefaults.Of(dag)),
        Blank,
        new PyAssign(new PyName(Names.Tasks), new PyDict()) { Annotation = $"dict[str, {Names.PodOperator}]" },
        Blank,
        .. GroupBlocks.Of(dag, target),
        .. Dependencies.Of(dag),
    ];
}
