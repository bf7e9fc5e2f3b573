namespace Slipstream.Local;

/// <summary>One word of the command line.</summary>
internal interface ICommand
{
    string Name { get; }

    /// <summary>What may follow the name, and what it does.</summary>
    string Usage { get; }

    /// <summary>Does it.</summary>
    /// <exception cref="UsageException">The arguments are not understood.</exception>
    Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken);
}
