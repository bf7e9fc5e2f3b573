namespace Slipstream.DagGen.Jinja;

/// <summary>A text of the model, and whether Airflow renders it.</summary>
/// <param name="Member">The member of the model.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Argument">Airflow's name for what the text becomes.</param>
/// <param name="RenderedSince">The Kubernetes provider that first rendered it; null: none does.</param>
internal sealed record TextField(string Member, string Text, string Argument, Version? RenderedSince);
