namespace Timeline.Training;

/// <summary>
/// Puts things into an order that depends on the seed alone, on every machine and version (xorshift32, Marsaglia 2003; Fisher and Yates).
/// </summary>
public sealed class SeededShuffle(uint seed)
{
    private uint _state = seed;

    /// <summary>Reorders the array in place.</summary>
    public void Apply<T>(T[] things)
    {
        for (var i = things.Length - 1; i > 0; i--)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            var j = (int)(_state % (uint)(i + 1));
            (things[i], things[j]) = (things[j], things[i]);
        }
    }
}
