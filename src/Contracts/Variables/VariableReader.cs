namespace Slipstream.Contracts.Variables;

/// <summary>Reads a settings record from an environment and gathers every problem before it complains.</summary>
public sealed class VariableReader<TSettings>(IReadOnlyDictionary<string, string> environment, ICollection<string> problems)
    : Variables<TSettings>
{
    /// <summary>Reads the record. An empty variable counts as not set.</summary>
    /// <exception cref="StageException">Variables are missing or malformed; the message has one line for each (exit code 2).</exception>
    public static TSettings Read(IReadOnlyDictionary<string, string> environment, Func<Variables<TSettings>, TSettings> bind)
    {
        ArgumentNullException.ThrowIfNull(bind);
        var problems = new List<string>();
        var settings = bind(new VariableReader<TSettings>(environment, problems));
        return problems.Count == 0 ? settings : throw StageException.SettingsWrong(string.Join('\n', problems));
    }

    /// <inheritdoc/>
    public override T Required<T>(string name, VariableKind<T> kind, Func<TSettings, T> get, string meaning, string example)
    {
        if (Find(name) is { } text)
        {
            return Parse(name, kind, text, example, default!);
        }

        problems.Add($"{name} is not set. Set it to {kind.Form}, such as '{example}': {meaning}");
        return default!;
    }

    /// <inheritdoc/>
    public override T Optional<T>(
        string name, VariableKind<T> kind, T whenUnset, Func<TSettings, T> get, string meaning, bool alwaysWritten) =>
        Find(name) is { } text ? Parse(name, kind, text, kind.Print(whenUnset), whenUnset) : whenUnset;

    /// <inheritdoc/>
    public override T? Absent<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : struct => Find(name) is { } text ? Parse(name, kind, text, example, default) : null;

    /// <inheritdoc/>
    public override T? AbsentText<T>(string name, VariableKind<T> kind, Func<TSettings, T?> get, string meaning, string example)
        where T : class => Find(name) is { } text ? Parse(name, kind, text, example, default!) : null;

    /// <inheritdoc/>
    public override T PerRun<T>(string name, VariableKind<T> kind, RunFact fact, Func<TSettings, T> get, string meaning, string example) =>
        Required(name, kind, get, meaning, example);

    /// <inheritdoc/>
    public override TInner Within<TInner>(Func<Variables<TInner>, TInner> bind, Func<TSettings, TInner> get) =>
        bind(new VariableReader<TInner>(environment, problems));

    private string? Find(string name) =>
        environment.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private T Parse<T>(string name, VariableKind<T> kind, string text, string example, T fallback)
    {
        try
        {
            return kind.Parse(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            problems.Add($"{name} is wrong: {exception.Message} Set it to {kind.Form}, such as '{example}'.");
            return fallback;
        }
    }
}
