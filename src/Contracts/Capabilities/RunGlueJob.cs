using System.Runtime.CompilerServices;

namespace Slipstream.Contracts.Capabilities;

/// <summary>Start, watch and stop runs of a Glue job that exists: to start one passes no role.</summary>
/// <param name="Job">The job's name, unique in its account and region.</param>
/// <param name="Purpose">What the job does.</param>
/// <param name="Name">What the settings call it.</param>
public sealed record RunGlueJob(string Job, string Purpose, [CallerMemberName] string Name = "") : Capability(Purpose, Name);
