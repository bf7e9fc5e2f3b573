namespace Slipstream.Contracts;

/// <summary>An expected failure: its message says what, where and what to do, and its kind decides the exit code.</summary>
public class StageException : Exception
{
    private StageException(ExitCode exitCode, string message, Exception? cause)
        : base(message, cause) => ExitCode = exitCode;

    /// <summary>The exit code of the stage that meets this failure.</summary>
    public ExitCode ExitCode { get; }

    /// <summary>The right that the caller lacks; null if the failure is another.</summary>
    public MissingRight? MissingRight { get; private init; }

    /// <summary>The data are at fault: exit code 1.</summary>
    public static StageException DataFailed(string message, Exception? cause = null) => new(ExitCode.DataFailed, message, cause);

    /// <summary>Settings, metadata or SQL are at fault: exit code 2.</summary>
    public static StageException SettingsWrong(string message, Exception? cause = null) => new(ExitCode.SettingsWrong, message, cause);

    /// <summary>An outside system is at fault, after retries: exit code 3.</summary>
    public static StageException OutsideFailed(string message, Exception? cause = null) => new(ExitCode.OutsideFailed, message, cause);

    /// <summary>The caller may not do what it wants: exit code 3. The host adds which capability declares the right.</summary>
    public static StageException RightMissing(MissingRight right, string message, Exception? cause = null) =>
        new(ExitCode.OutsideFailed, message, cause) { MissingRight = right };
}
