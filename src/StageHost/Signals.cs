using System.Runtime.InteropServices;
using Slipstream.Contracts;

namespace Slipstream.StageHost;

/// <summary>Turns SIGTERM and SIGINT into a cancellation and remembers which one it was.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

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
        _source.Dispose();
    }

    private void Register(PosixSignal signal, ExitCode exitCode) => _registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        ExitCode = exitCode;
        _source.Cancel();
    }));
}
