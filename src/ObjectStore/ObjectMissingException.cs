using Slipstream.Contracts;

namespace Slipstream.ObjectStore;

/// <summary>An object that was listed a moment ago is gone, or has other content than was read.</summary>
public sealed class ObjectMissingException : Exception
{
    private ObjectMissingException(S3Location location, string message)
        : base(message) => Location = location;

    /// <summary>The object.</summary>
    public S3Location Location { get; }

    /// <summary>No object at all.</summary>
    public static ObjectMissingException Gone(S3Location location) => new(location, $"'{location}' is not there.");

    /// <summary>An object with another entity tag.</summary>
    public static ObjectMissingException Replaced(S3Location location) =>
        new(location, $"'{location}' was replaced while it was being read.");
}
