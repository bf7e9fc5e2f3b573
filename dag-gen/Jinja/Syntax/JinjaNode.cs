namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>A piece of a template. <c>ToString</c> writes it so that it reads back the same.</summary>
internal abstract record JinjaNode;
