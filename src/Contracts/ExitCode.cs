namespace Slipstream.Contracts;

/// <summary>How a stage ends; Airflow sees anything but <see cref="Done"/> as a failure.</summary>
public enum ExitCode
{
    /// <summary>Everything asked for is done, now or by an earlier try.</summary>
    Done = 0,

    /// <summary>The data failed its checks.</summary>
    DataFailed = 1,

    /// <summary>The settings, the metadata or the SQL are wrong: a retry gives the same.</summary>
    SettingsWrong = 2,

    /// <summary>A store, a source or a service failed after retries: a later try may succeed.</summary>
    OutsideFailed = 3,

    /// <summary>A defect of Slipstream.</summary>
    Defect = 4,

    /// <summary>Interrupted at a terminal (128 + SIGINT).</summary>
    Interrupted = 130,

    /// <summary>Stopped by SIGTERM (128 + 15), as Kubernetes does.</summary>
    Stopped = 143,
}
