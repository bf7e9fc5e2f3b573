namespace Slipstream.Metadata.Times;

/// <summary>
/// Matches a value against a format. Where two directives share digits, the first takes as many as the rest leaves it, which is
/// what Python's regular expressions do; all others can be read in one way only.
/// </summary>
internal static class FormatMatcher
{
    public static bool Matches(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields)
    {
        for (; !tokens.IsEmpty; tokens = tokens[1..])
        {
            var token = tokens[0];
            if (token.SharesDigits)
            {
                return MatchesShared(tokens, rest, ref fields);
            }

            var length = FieldReader.Read(token, rest, ref fields);
            if (length == 0)
            {
                return false;
            }

            rest = rest[length..];
        }

        return rest.IsEmpty;
    }

    private static bool MatchesShared(ReadOnlySpan<FormatToken> tokens, ReadOnlySpan<byte> rest, ref TimeFields fields)
    {
        for (var most = FieldReader.MostDigits(tokens[0].Directive); most > 0; most--)
        {
            var part = rest[..Math.Min(most, rest.Length)];
            var length = FieldReader.Read(tokens[0], part, ref fields);
            if (length > 0 && Matches(tokens[1..], rest[length..], ref fields))
            {
                return true;
            }
        }

        return false;
    }
}
