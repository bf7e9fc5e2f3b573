using Slipstream.Contracts;
using Slipstream.ObjectStore;

namespace Slipstream.Testing.Faults;

/// <summary>
/// Watches every change of a store, across all runs of a test, and complains of each that loses something: an object made
/// where one is, or deleted while no other place, other than a transient one, holds its bytes.
/// </summary>
public sealed class Witness(S3Prefix? transient)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<S3Location, Sha256Hash> _objects = [];
    private readonly List<string> _complaints = [];

    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_gate)
            {
                return [.. _complaints];
            }
        }
    }

    /// <summary>The objects as they should be now.</summary>
    public IReadOnlyDictionary<S3Location, Sha256Hash> Objects
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<S3Location, Sha256Hash>(_objects);
            }
        }
    }

    public void Created(S3Location location, Sha256Hash hash)
    {
        lock (_gate)
        {
            if (!_objects.TryAdd(location, hash))
            {
                _complaints.Add($"'{location}' was made where an object was.");
            }
        }
    }

    public void Deleted(S3Location location)
    {
        lock (_gate)
        {
            if (!_objects.Remove(location, out var hash))
            {
                _complaints.Add($"'{location}' was deleted and never there.");
            }
            else if (!_objects.Any(other => other.Value == hash && transient?.Contains(other.Key) != true))
            {
                _complaints.Add($"'{location}' was deleted, and nothing else holds its bytes.");
            }
        }
    }
}
