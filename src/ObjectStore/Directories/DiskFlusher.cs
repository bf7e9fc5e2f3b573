using Microsoft.Win32.SafeHandles;

namespace Slipstream.ObjectStore.Directories;

/// <summary>
/// Brings files to the disk on threads of its own, several at a time: a journal takes in many for the price of one, and the
/// wait would block the few threads that everything else shares. Whoever waits for a file goes on with it on the same
/// thread: to give it its name is disk work too. What takes longer does not belong here.
/// </summary>
internal sealed class DiskFlusher
{
    private const int MostThreads = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly object _gate = new();
    private readonly Queue<Request> _waiting = new();
    private int _threads;
    private int _idle;

    /// <summary>Ends when the file is on the disk.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public Task FlushAsync(SafeFileHandle file)
    {
        var request = new Request(file);
        lock (_gate)
        {
            _waiting.Enqueue(request);
            Monitor.Pulse(_gate);
            if (_waiting.Count > _idle && _threads < MostThreads)
            {
                _threads++;
                new Thread(Work) { IsBackground = true, Name = "disk flusher" }.Start();
            }
        }

        return request.Done.Task;
    }

    private void Work()
    {
        while (Next() is { } request)
        {
            try
            {
                RandomAccess.FlushToDisk(request.File);
                request.Done.SetResult();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ObjectDisposedException)
            {
                request.Done.SetException(exception);
            }
        }
    }

    // Null: there was nothing to do for a while, and the thread ends.
    private Request? Next()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                _idle++;
                var isCalled = Monitor.Wait(_gate, Patience);
                _idle--;
                if (!isCalled && _waiting.Count == 0)
                {
                    _threads--;
                    return null;
                }
            }

            return _waiting.Dequeue();
        }
    }

    private sealed record Request(SafeFileHandle File)
    {
        public TaskCompletionSource Done { get; } = new();
    }
}
