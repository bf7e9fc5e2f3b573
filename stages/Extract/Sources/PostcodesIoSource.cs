namespace Slipstream.Stages.Extract.Sources;

/// <summary>Random postcodes of postcodes.io: each request gives one, https://postcodes.io/docs/.</summary>
internal sealed class PostcodesIoSource(SourceContext context) : IRowSource
{
    private static readonly Uri RandomPostcodes = new("https://api.postcodes.io/random/postcodes");

    public Uri Url => context.Settings.SourceUrl ?? RandomPostcodes;

    public IAsyncEnumerable<ReadOnlyMemory<byte>> RowsAsync(RequestRange requests, CancellationToken cancellationToken) =>
        new OrderedRequests<ReadOnlyMemory<byte>>(requests, context.Settings.Concurrency, AskAsync).ReadAsync(cancellationToken);

    private async Task<ReadOnlyMemory<byte>> AskAsync(int number, CancellationToken cancellationToken) =>
        PostcodesIoAnswer.Flatten(await context.Client.AskAsync(Url, number, cancellationToken));
}
