using System.Runtime.InteropServices;
using Slipstream.Contracts;

namespace Slipstream.StageHost;

/// <summary>Turns SIGTERM and SIGINT into a cancellation and remembers which one it was.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Lock _gate = new();
    private bool _isOver;

    public Signals()
    {
        Register(PosixSignal.SIGTERM, ExitCode.Stopped);
        Register(PosixSignal.SIGINT, ExitCode.Interrupted);
    }

    public CancellationToken Token => _source.Token;

    public ExitCode ExitCode { get; private set; } = ExitCode.Stopped;

    public string Name => ExitCode == ExitCode.Interrupted ? "SIGINT" : "SIGTERM";

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        lock (_gate)
        {
            _isOver = true;
            _source.Dispose();
        }
    }

    private void Register(PosixSignal signal, ExitCode exitCode) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        Stop(exitCode);
    }));

    // The first signal decides; a handler may still be under way when the run has ended.
    private void Stop(ExitCode exitCode)
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _isOver = true;
                ExitCode = exitCode;
                _source.CancelAfter(TimeSpan.Zero); // On another thread: callbacks must not run in a signal handler.
            }
        }
    }
}
