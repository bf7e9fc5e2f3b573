using System.Runtime.Versioning;

// The fake stages are shell scripts, and signals are sent.
[assembly: UnsupportedOSPlatform("windows")]
