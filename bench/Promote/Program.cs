using Slipstream.Bench.Promote;

// Promotes many small objects between two prefixes: as somebody would write it, one after the other; with TestExtract's
// mover, one object after the other; and as the stage does, several at a time. In a directory, and on S3.
var inDirectory = await InDirectory.RunAsync();
var overS3 = await OverS3.RunAsync();
return inDirectory && overS3 ? 0 : 1;
