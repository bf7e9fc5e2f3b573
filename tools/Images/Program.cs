using Slipstream.Images;

using var interrupt = new Interrupt();
return await ImagesCommand.RunAsync(Console.Out, Console.Error, Directory.GetCurrentDirectory(), args, interrupt.Token);
