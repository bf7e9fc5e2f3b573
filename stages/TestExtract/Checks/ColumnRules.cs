using System.Runtime.CompilerServices;
using Slipstream.Metadata;
using Slipstream.Metadata.Types;
using Slipstream.Rows;
using Slipstream.Rows.Types;
using Slipstream.Stages.TestExtract.Checks.Nested;
using Slipstream.Stages.TestExtract.Checks.Values;

namespace Slipstream.Stages.TestExtract.Checks;

/// <summary>All that the metadata ask of the values of one column, however they were written. Immutable: many threads ask at the same time.</summary>
internal sealed class ColumnRules
{
    private readonly ColumnMetadata _column;
    private readonly ValueRule[] _rules;

    public ColumnRules(ColumnMetadata column, TableDrift drift)
    {
        _column = column;
        Type = NestedTypeRules.Of(column, drift);
        Missing = column.Drift.Missing ?? drift.Missing;
        var rules = ValueRules(column, Type).ToList();
        SlowPattern = rules.OfType<PatternRule>().FirstOrDefault(pattern => pattern.MayTakeLong);
        _rules = [.. rules.Where(rule => rule != SlowPattern)];
        IsNullable = column.IsNullable;
        TakesAnyText = Type is TextTypeRule && _rules.Length == 0;
    }

    public string Name => _column.Name;

    public bool IsNullable { get; }

    /// <summary>Whether there is nothing to ask of a text.</summary>
    public bool TakesAnyText { get; }

    /// <summary>A pattern that may take too long and so is none of the rules of <see cref="Accepts"/>; null for none.</summary>
    public PatternRule? SlowPattern { get; }

    public bool IsHidden => _column.IsHidden;

    public ColumnType DeclaredType => _column.Type;

    public TypeRule Type { get; }

    public DriftPolicy Missing { get; }

    /// <summary>
    /// Whether a value that is not null passes all rules, and its place among the values of the type. Where not,
    /// <see cref="Explain"/> says why.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Accepts(CellKind kind, ReadOnlySpan<byte> text, out ulong order)
    {
        if (!Type.TryRead(kind, text, out order))
        {
            return false;
        }

        foreach (var rule in _rules)
        {
            if (!rule.Allows(text, order))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a finding for each rule that the value breaks. True if it is at least of the type.</summary>
    public bool Explain(CellKind kind, ReadOnlySpan<byte> text, long line, Findings findings)
    {
        if (!Type.TryRead(kind, text, out var order))
        {
            return ExplainType(kind, text, line, findings);
        }

        foreach (var rule in _rules)
        {
            if (!rule.Allows(text, order))
            {
                findings.Fail(rule.Rule, Name, rule.Expected, line, Show(kind, text));
            }
        }

        return true;
    }

    /// <summary>The value as a finding may show it.</summary>
    public string Show(CellKind kind, ReadOnlySpan<byte> text) => IsHidden ? Shown.Hidden(text) : Shown.Of(kind, text);

    private bool ExplainType(CellKind kind, ReadOnlySpan<byte> text, long line, Findings findings)
    {
        if ((Type as NestedTypeRule)?.Faults(kind, text) is not { Any: true } faults)
        {
            findings.Fail(Rule.Type, Name, _column.Type.ToString(), line, Show(kind, text));
            return false;
        }

        foreach (var fault in faults.All)
        {
            findings.Add(fault.Rule, fault.Severity, fault.Path, fault.Expected, line, IsHidden ? "a hidden value" : fault.Found);
        }

        return false;
    }

    private static IEnumerable<ValueRule> ValueRules(ColumnMetadata column, TypeRule type)
    {
        var isBinary = type is BinaryTypeRule;
        if (column.Minimum is { } minimum)
        {
            yield return LimitRule.Minimum(minimum, type);
        }

        if (column.Maximum is { } maximum)
        {
            yield return LimitRule.Maximum(maximum, type);
        }

        if (column.MinimumLength is { } shortest)
        {
            yield return LengthRule.AtLeast(shortest, isBinary);
        }

        if (column.MaximumLength is { } longest)
        {
            yield return LengthRule.AtMost(longest, isBinary);
        }

        if (column.Enum.Count > 0)
        {
            yield return new EnumRule(column.Enum, type);
        }

        // The dearest last.
        if (column.Pattern is { } pattern)
        {
            yield return new PatternRule(pattern, column.PatternScope);
        }
    }
}
