using System.Runtime.CompilerServices;

namespace Slipstream.AwsJson.Protocol;

/// <summary>Reads pages until none is left. A page may be empty and not the last.</summary>
internal static class Pages
{
    public static async IAsyncEnumerable<TItem> ReadAsync<TPage, TItem>(
        Func<string?, CancellationToken, Task<TPage>> read,
        Func<TPage, IReadOnlyList<TItem>?> items,
        Func<TPage, string?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (string? token = null; ;)
        {
            var page = await read(token, cancellationToken);
            foreach (var item in items(page) ?? [])
            {
                yield return item;
            }

            token = next(page);
            if (string.IsNullOrEmpty(token))
            {
                yield break;
            }
        }
    }
}
