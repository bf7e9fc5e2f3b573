namespace Slipstream.Contracts.Variables;

/// <summary>One row of <c>--help</c> and of the documentation.</summary>
/// <param name="Name">In capitals.</param>
/// <param name="Form">What a value looks like, in words.</param>
/// <param name="Meaning">What it is for.</param>
/// <param name="IsRequired">False where it may be left away.</param>
/// <param name="Default">What holds when it is not set; null if nothing does.</param>
/// <param name="Example">A value that works.</param>
public sealed record VariableRow(string Name, string Form, string Meaning, bool IsRequired, string? Default, string Example);
