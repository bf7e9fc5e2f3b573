namespace Slipstream.Stages.TestExtract.Csv;

/// <summary>A place where a file is no CSV.</summary>
/// <param name="Line">The line, from 1, on which the record starts.</param>
/// <param name="Found">What is there.</param>
internal readonly record struct CsvFault(long Line, string Found);
