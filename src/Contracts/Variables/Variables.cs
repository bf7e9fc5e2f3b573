namespace Slipstream.Contracts.Variables;

/// <summary>
/// The environment variables of a settings record, visited one by one. Each record declares its variables once, in a
/// static <c>Bind</c> method; one visitor reads the record from an environment, another writes the environment
/// from a record, a third lists them for <c>--help</c>. So no side can know a variable that another does not.
/// </summary>
/// <typeparam name="TSettings">The settings record.</typeparam>
public abstract class Variables<TSettings>
{
    /// <summary>A variable that must be set.</summary>
    public abstract T Required<T>(string name, VariableKind<T> kind, Func<TSettings, T> get, string meaning, string example);

    /// <summary>A variable with a default; the default is left out of a task's environment unless it is always written.</summary>
    public abstract T Optional<T>(
        string name, VariableKind<T> kind, T whenUnset, Func<TSettings, T> get, string meaning, bool alwaysWritten = false);

    /// <summary>A variable that may be absent, of a value type.</summary>
    public abstract T? Absent<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : struct;

    /// <summary>A variable that may be absent, of a reference type.</summary>
    public abstract T? AbsentText<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : class;

    /// <summary>A variable that the scheduler fills for each run. A record whose property is unset stands for the run's own value.</summary>
    public abstract T PerRun<T>(string name, VariableKind<T> kind, RunFact fact, Func<TSettings, T> get, string meaning, string example)
        where T : struct;

    /// <summary>The variables of a record within this record.</summary>
    public abstract TInner Within<TInner>(Func<Variables<TInner>, TInner> bind, Func<TSettings, TInner> get);
}
