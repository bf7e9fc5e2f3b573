namespace Slipstream.ObjectStore.Tests.Exchanges;

/// <summary>What a server answered, as far as a client looks: status, the code of a refusal, and headers that say something of the object.</summary>
internal sealed record S3Answer(string Step, int Status, string? Code, SortedDictionary<string, string> Headers)
{
    public string Text => $"{Step}: {Status}{(Code is null ? "" : $" {Code}")}{string.Concat(Headers.Select(header => $", {header.Key}={header.Value}"))}";
}
