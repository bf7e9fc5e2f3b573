using Slipstream.Images;
using Slipstream.Tools;

using var interrupt = new Interrupt();
return await ImagesCommand.RunAsync(Console.Out, Console.Error, Directory.GetCurrentDirectory(), args, interrupt.Token);
