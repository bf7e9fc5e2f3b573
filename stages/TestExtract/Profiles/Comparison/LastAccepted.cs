namespace Slipstream.Stages.TestExtract.Profiles.Comparison;

/// <summary>
/// Finds, for keys that come in order, the profile that was accepted last below each: one pass over the listing, side by
/// side with the objects, so that memory does not grow with history.
/// </summary>
internal sealed class LastAccepted(AcceptedProfiles accepted, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<string> _listing = accepted.KeysAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    private readonly List<string> _above = [];
    private string? _below;
    private bool _isListed;
    private ProfileFile? _last;

    /// <summary>Null for the first object of all, and where the file of the last one cannot be read.</summary>
    public async Task<ProfileFile?> BelowAsync(string key)
    {
        await AdvanceAsync(key);
        return _below is { } stored && string.CompareOrdinal(stored, _last?.Object) > 0
            ? await accepted.ReadAsync(stored, cancellationToken)
            : _last;
    }

    /// <summary>From now on the last one.</summary>
    public void Accept(ProfileFile profile) => _last = profile;

    public ValueTask DisposeAsync() => _listing.DisposeAsync();

    private async Task AdvanceAsync(string key)
    {
        while (!_isListed && _above.All(above => string.CompareOrdinal(above, key) < 0))
        {
            _isListed = !await _listing.MoveNextAsync();
            if (!_isListed)
            {
                _above.Add(_listing.Current);
            }

            Sort(key);
        }

        Sort(key);
    }

    private void Sort(string key)
    {
        foreach (var below in _above.Where(above => string.CompareOrdinal(above, key) < 0))
        {
            _below = string.CompareOrdinal(below, _below) > 0 ? below : _below;
        }

        _above.RemoveAll(above => string.CompareOrdinal(above, key) < 0);
    }
}
