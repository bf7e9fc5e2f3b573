using Slipstream.Contracts;
using Slipstream.Contracts.Capabilities;

namespace Slipstream.ObjectStore.Handles;

/// <summary>Holds handles to the folders that were declared.</summary>
internal static class Scope
{
    public static S3Location Require(ObjectCapability capability, S3Location location) => capability.Prefix.Contains(location)
        ? location
        : throw new InvalidOperationException($"'{location}' lies outside '{capability.Prefix}', which is all that was declared.");

    public static S3Location RequireName(NamedObjectCapability capability, S3Location location) => capability.Takes(Require(capability, location))
        ? location
        : throw new InvalidOperationException($"'{location}' is not named as '{capability.Pattern}' below '{capability.Prefix}', which is all that was declared.");

    public static S3Prefix Require(List capability, S3Prefix prefix) =>
        prefix == capability.Prefix || (capability.FoldersBelow && capability.Prefix.Contains(prefix))
            ? prefix
            : throw new InvalidOperationException($"Listing '{prefix}' is not declared; '{capability.Prefix}' is.");
}
