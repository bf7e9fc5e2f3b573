using Slipstream.Bench.Validate;

Console.WriteLine(GeneratedFile.Make(args.Length > 0 ? int.Parse(args[0]) : 300_000));
