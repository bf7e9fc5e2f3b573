namespace Slipstream.StageHost;

/// <summary>The work of one stage.</summary>
public interface IStage
{
    /// <summary>
    /// Does the work from wherever an earlier try left it. An expected failure is a <see cref="Contracts.StageException"/>;
    /// data that fail their checks are a result.
    /// </summary>
    Task<StageResult> RunAsync(CancellationToken cancellationToken);
}
