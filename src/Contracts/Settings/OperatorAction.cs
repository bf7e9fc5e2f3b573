using Slipstream.Contracts.Capabilities;

namespace Slipstream.Contracts.Settings;

/// <summary>
/// What an operator may ask of a stage's program by hand. Its rights are its own: a stage's role lacks what only the
/// operator may do, and the operator's needs nothing else.
/// </summary>
/// <typeparam name="TSettings">The stage's settings record.</typeparam>
/// <param name="Name">The argument that asks for it, such as <c>--release</c>.</param>
/// <param name="Argument">What follows it, once or more often, such as <c>OBJECT</c>; null if nothing does.</param>
/// <param name="Meaning">Completes 'the program will …'.</param>
/// <param name="Capabilities">All that it may do outside itself.</param>
public sealed record OperatorAction<TSettings>(
    string Name, string? Argument, string Meaning, Func<TSettings, IReadOnlyList<Capability>> Capabilities);
