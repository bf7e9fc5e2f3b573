namespace Slipstream.ObjectStore.S3;

/// <summary>A stretch of an object that goes into one request.</summary>
/// <param name="Number">From 1.</param>
/// <param name="From">Its first byte.</param>
/// <param name="Length">Its bytes.</param>
internal readonly record struct S3Part(int Number, long From, long Length);
