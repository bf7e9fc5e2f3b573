namespace Slipstream.DagGen.Jinja.Syntax;

/// <summary>Text that stays as it is.</summary>
internal sealed record JinjaText(string Text) : JinjaNode
{
    public override string ToString() => Text.Contains('{', StringComparison.Ordinal) ? $"{{% raw %}}{Text}{{% endraw %}}" : Text;
}
