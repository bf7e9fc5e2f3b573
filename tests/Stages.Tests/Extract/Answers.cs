using Slipstream.Testing;

namespace Slipstream.Stages.Tests.Extract;

/// <summary>Answers in the shape of postcodes.io.</summary>
internal static class Answers
{
    public static LoopbackHttpReply Row(int number) => LoopbackHttpReply.Json(
        $$$$"""{"status":200,"result":{"postcode":"AB{{{{number}}}}","quality":1,"codes":{"ccg":"S{{{{number}}}}"}}}""");

    public static string Line(int number, int index) =>
        $$"""{"postcode":"AB{{number}}","quality":1,"codes_ccg":"S{{number}}","index":{{index}}}""";
}
