using System.IO.Enumeration;

namespace Slipstream.Contracts.Capabilities;

/// <summary>Something that a stage may do to those objects of a folder whose names have a form.</summary>
/// <param name="Prefix">The folder: nothing outside it can be reached.</param>
/// <param name="Purpose">Completes 'so that the stage can …', for a reviewer.</param>
/// <param name="Pattern">
/// What the names of the objects, below the folder, look like: <c>*</c> stands for any characters, slashes included, as in the ARNs of policies.
/// </param>
/// <param name="Name">What the settings call it.</param>
public abstract record NamedObjectCapability(S3Prefix Prefix, string Purpose, string Pattern, string Name) : ObjectCapability(Prefix, Purpose, Name)
{
    /// <summary>The pattern of <see cref="Pattern"/> that takes every name.</summary>
    public const string AnyName = "*";

    /// <summary>Whether the capability reaches an object.</summary>
    public bool Takes(S3Location location) =>
        Prefix.Contains(location) && FileSystemName.MatchesSimpleExpression(Pattern, Prefix.Relative(location), ignoreCase: false);
}
