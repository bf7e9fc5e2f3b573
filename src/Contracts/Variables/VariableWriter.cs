namespace Slipstream.Contracts.Variables;

/// <summary>Writes a settings record as the environment that reads back as the same record.</summary>
public sealed class VariableWriter<TSettings> : Variables<TSettings>
{
    private readonly List<EnvironmentVariable> _written = [];
    private readonly TSettings _settings;
    private readonly bool _withDefaults;

    private VariableWriter(TSettings settings, bool withDefaults)
    {
        _settings = settings;
        _withDefaults = withDefaults;
    }

    /// <summary>The environment of a task, in the order in which the record declares it; defaults are left out.</summary>
    public static IReadOnlyList<EnvironmentVariable> Write(TSettings settings, Func<Variables<TSettings>, TSettings> bind) =>
        Write(settings, bind, withDefaults: false);

    /// <summary>All that holds, defaults included: for the log.</summary>
    public static IReadOnlyList<EnvironmentVariable> WriteAll(TSettings settings, Func<Variables<TSettings>, TSettings> bind) =>
        Write(settings, bind, withDefaults: true);

    /// <inheritdoc/>
    public override T Required<T>(string name, VariableKind<T> kind, Func<TSettings, T> get, string meaning, string example) =>
        Add(name, kind, get(_settings));

    /// <inheritdoc/>
    public override T Optional<T>(
        string name, VariableKind<T> kind, T whenUnset, Func<TSettings, T> get, string meaning, bool alwaysWritten)
    {
        var value = get(_settings);
        return alwaysWritten || _withDefaults || !EqualityComparer<T>.Default.Equals(value, whenUnset) ? Add(name, kind, value) : value;
    }

    /// <inheritdoc/>
    public override T? Absent<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : struct => get(_settings) is { } value ? Add(name, kind, value) : null;

    /// <inheritdoc/>
    public override T? AbsentText<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : class => get(_settings) is { } value ? Add(name, kind, value) : null;

    /// <inheritdoc/>
    public override T PerRun<T>(string name, VariableKind<T> kind, RunFact fact, Func<TSettings, T> get, string meaning, string example)
    {
        var value = get(_settings);
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
        var inner = get(_settings);
        _written.AddRange(_withDefaults ? VariableWriter<TInner>.WriteAll(inner, bind) : VariableWriter<TInner>.Write(inner, bind));
        return inner;
    }

    private static List<EnvironmentVariable> Write(TSettings settings, Func<Variables<TSettings>, TSettings> bind, bool withDefaults)
    {
        ArgumentNullException.ThrowIfNull(bind);
        var writer = new VariableWriter<TSettings>(settings, withDefaults);
        bind(writer);
        return writer._written;
    }

    private T Add<T>(string name, VariableKind<T> kind, T value)
    {
        _written.Add(new EnvironmentVariable(name, kind.Print(value), null));
        return value;
    }
}
