namespace Slipstream.Stages.TestExtract.Profiles;

/// <summary>The least or greatest value so far.</summary>
internal struct Extreme()
{
    private byte[] _text = [];
    private int _length;

    public bool IsSet { get; private set; }

    public ulong Order { get; private set; }

    public readonly ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

    public void Clear() => IsSet = false;

    public void Set(ReadOnlySpan<byte> text, ulong order)
    {
        if (_text.Length < text.Length)
        {
            _text = new byte[text.Length];
        }

        text.CopyTo(_text);
        (_length, Order, IsSet) = (text.Length, order, true);
    }
}
