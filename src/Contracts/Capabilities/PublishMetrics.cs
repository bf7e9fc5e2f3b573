using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>Put figures into CloudWatch, under one namespace.</summary>
/// <param name="Namespace">The namespace: the only thing that IAM can hold such a call to.</param>
/// <param name="Purpose">What the figures are for.</param>
/// <param name="Name">What the settings call it.</param>
public sealed record PublishMetrics(string Namespace, string Purpose, [CallerMemberName] string Name = "") : Capability(Purpose, Name);
