namespace Slipstream.Contracts.Variables;

/// <summary>Lists the variables of a settings record.</summary>
public sealed class VariableTable<TSettings> : Variables<TSettings>
{
    private readonly List<VariableRow> _rows = [];

    /// <summary>The variables in the order in which the record declares them.</summary>
    public static IReadOnlyList<VariableRow> List(Func<Variables<TSettings>, TSettings> bind)
    {
        ArgumentNullException.ThrowIfNull(bind);
        var table = new VariableTable<TSettings>();
        bind(table);
        return table._rows;
    }

    /// <inheritdoc/>
    public override T Required<T>(string name, VariableKind<T> kind, Func<TSettings, T> get, string meaning, string example)
    {
        _rows.Add(new VariableRow(name, kind.Form, meaning, IsRequired: true, null, example));
        return default!;
    }

    /// <inheritdoc/>
    public override T Optional<T>(
        string name, VariableKind<T> kind, T whenUnset, Func<TSettings, T> get, string meaning, bool alwaysWritten)
    {
        _rows.Add(new VariableRow(name, kind.Form, meaning, IsRequired: false, kind.Print(whenUnset), kind.Print(whenUnset)));
        return whenUnset;
    }

    /// <inheritdoc/>
    public override T? Absent<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : struct => AddAbsent(name, kind, meaning, example, (T?)null);

    /// <inheritdoc/>
    public override T? AbsentText<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : class => AddAbsent(name, kind, meaning, example, (T?)null);

    /// <inheritdoc/>
    public override T PerRun<T>(string name, VariableKind<T> kind, RunFact fact, Func<TSettings, T> get, string meaning, string example) =>
        Required(name, kind, get, meaning + " The scheduler fills it for each run.", example);

    /// <inheritdoc/>
    public override TInner Within<TInner>(Func<Variables<TInner>, TInner> bind, Func<TSettings, TInner> get)
    {
        _rows.AddRange(VariableTable<TInner>.List(bind));
        return default!;
    }

    private TResult AddAbsent<T, TResult>(string name, VariableKind<T> kind, string meaning, string example, TResult none)
    {
        _rows.Add(new VariableRow(name, kind.Form, meaning, IsRequired: false, null, example));
        return none;
    }
}
