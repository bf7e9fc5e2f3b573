namespace Slipstream.Local;

/// <summary>Finds the command that the first argument names.</summary>
internal sealed class Commands(TextWriter error, IReadOnlyList<ICommand> commands)
{
    // As the stages' settings that are wrong.
    private const int UsageWrong = 2;

    // 128 + SIGINT, as the stages.
    private const int Interrupted = 130;

    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        try
        {
            var command = commands.FirstOrDefault(command => args.Count > 0 && command.Name == args[0])
                ?? throw UsageException.Unknown(string.Join(" ", args));
            return await command.RunAsync([.. args.Skip(1)], cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (UsageException exception)
        {
            await error.WriteLineAsync($"local: {exception.Message}");
            foreach (var command in commands)
            {
                await error.WriteLineAsync($"  local {command.Name} {command.Usage}");
            }

            return UsageWrong;
        }
    }
}
