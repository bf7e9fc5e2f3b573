using System.Text.Json;
using Slipstream.Stages.TestExtract.Reports.Json;

namespace Slipstream.Stages.TestExtract.Reports;

/// <summary>Holds what is to be said of each object in a temporary file, and gives it back in the order of keys: memory grows by a few bytes an object.</summary>
internal sealed class ObjectSpool(string path) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<(string Key, long Start, int Length)> _parts = [];
    private readonly FileStream _file = new(path, new FileStreamOptions
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
    });

    public async Task AddAsync(string key, ObjectEntry entry, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(entry, ReportJson.Readable.ObjectEntry);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _parts.Add((key, _file.Position, bytes.Length));
            await _file.WriteAsync(bytes, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The objects as the elements of a JSON array, each on a line of its own.</summary>
    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken)
    {
        await _file.FlushAsync(cancellationToken);
        _parts.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        for (var i = 0; i < _parts.Count; i++)
        {
            await target.WriteAsync(i == 0 ? "\n"u8.ToArray() : ",\n"u8.ToArray(), cancellationToken);
            var bytes = new byte[_parts[i].Length];
            _file.Position = _parts[i].Start;
            await _file.ReadExactlyAsync(bytes, cancellationToken);
            await target.WriteAsync(bytes, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        await _file.DisposeAsync();
    }
}
