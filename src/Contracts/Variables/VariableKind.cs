namespace Slipstream.Contracts.Variables;

/// <summary>How the value of a variable is written: its form in words, and the way from text and back.</summary>
/// <param name="Form">Completes 'expected …': "a whole number of at least 1".</param>
/// <param name="Parse">Reads the text; throws <see cref="FormatException"/> or <see cref="OverflowException"/>.</param>
/// <param name="Print">Writes a value so that <paramref name="Parse"/> reads it back.</param>
public sealed record VariableKind<T>(string Form, Func<string, T> Parse, Func<T, string> Print);
