namespace Slipstream.Metadata.Times;

/// <summary>What a directive says of a time; no format may say one twice.</summary>
[Flags]
internal enum TimeParts
{
    None = 0,
    Year = 1,
    Month = 2,
    Day = 4,
    DayOfYear = Month | Day,
    Hour = 8,
    Minute = 16,
    Second = 32,
    Fraction = 64,
    HalfOfDay = 128,
    Zone = 256,
    Weekday = 512,
}
