using System.Runtime.InteropServices;

namespace Slipstream.DagGen.Running;

/// <summary>Turns Ctrl-C and SIGTERM into a cancellation and remembers which one it was.</summary>
internal sealed class StopSignals : IDisposable
{
    private const int Interrupted = 128 + 2;
    private const int Terminated = 128 + 15;

    private readonly CancellationTokenSource _source;
    private readonly List<PosixSignalRegistration> _registrations;

    public StopSignals(CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _registrations = [Register(PosixSignal.SIGINT, Interrupted), Register(PosixSignal.SIGTERM, Terminated)];
    }

    public CancellationToken Token => _source.Token;

    /// <summary>128 + the signal's number.</summary>
    public int ExitCode { get; private set; } = Interrupted;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int exitCode) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        ExitCode = exitCode;
        _source.Cancel();
    });
}
