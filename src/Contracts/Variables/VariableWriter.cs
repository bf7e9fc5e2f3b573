namespace Slipstream.Contracts.Variables;

/// <summary>Writes a settings record as the environment that reads back as the same record. Defaults are left out.</summary>
public sealed class VariableWriter<TSettings>(TSettings settings) : Variables<TSettings>
{
    private readonly List<EnvironmentVariable> _written = [];

    /// <summary>The environment of a task, in the order in which the record declares it.</summary>
    public static IReadOnlyList<EnvironmentVariable> Write(TSettings settings, Func<Variables<TSettings>, TSettings> bind)
    {
        ArgumentNullException.ThrowIfNull(bind);
        var writer = new VariableWriter<TSettings>(settings);
        bind(writer);
        return writer._written;
    }

    /// <inheritdoc/>
    public override T Required<T>(string name, VariableKind<T> kind, Func<TSettings, T> get, string meaning, string example) =>
        Add(name, kind, get(settings));

    /// <inheritdoc/>
    public override T Optional<T>(
        string name, VariableKind<T> kind, T whenUnset, Func<TSettings, T> get, string meaning, bool alwaysWritten)
    {
        var value = get(settings);
        return !alwaysWritten && EqualityComparer<T>.Default.Equals(value, whenUnset) ? value : Add(name, kind, value);
    }

    /// <inheritdoc/>
    public override T? Absent<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : struct => get(settings) is { } value ? Add(name, kind, value) : null;

    /// <inheritdoc/>
    public override T? AbsentText<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : class => get(settings) is { } value ? Add(name, kind, value) : null;

    /// <inheritdoc/>
    public override T PerRun<T>(string name, VariableKind<T> kind, RunFact fact, Func<TSettings, T> get, string meaning, string example)
    {
        var value = get(settings);
        if (!value.Equals(default(T)))
        {
            return Add(name, kind, value);
        }

        _written.Add(new EnvironmentVariable(name, null, fact));
        return value;
    }

    /// <inheritdoc/>
    public override TInner Within<TInner>(Func<Variables<TInner>, TInner> bind, Func<TSettings, TInner> get)
    {
        var inner = get(settings);
        _written.AddRange(VariableWriter<TInner>.Write(inner, bind));
        return inner;
    }

    private T Add<T>(string name, VariableKind<T> kind, T value)
    {
        _written.Add(new EnvironmentVariable(name, kind.Print(value), null));
        return value;
    }
}
