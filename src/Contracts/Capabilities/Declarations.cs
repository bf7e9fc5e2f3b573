namespace Slipstream.Contracts.Capabilities;

/// <summary>What opens capabilities asks here whether they are declared: nothing else may be used.</summary>
public static class Declarations
{
    /// <summary>The capability, if it is declared.</summary>
    /// <exception cref="InvalidOperationException">It is not: a defect of the stage.</exception>
    public static T Require<T>(this IReadOnlyCollection<Capability> declared, T capability)
        where T : Capability
    {
        ArgumentNullException.ThrowIfNull(capability);
        return declared.Contains(capability)
            ? capability
            : throw new InvalidOperationException($"{capability} is used but not among the Capabilities of the settings. Add it there.");
    }
}
