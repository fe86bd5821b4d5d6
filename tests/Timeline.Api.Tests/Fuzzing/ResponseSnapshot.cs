namespace Timeline.Api.Tests.Fuzzing;

/// <summary>What a reader got: everything of it that tells something, what is different each time aside.</summary>
public sealed record ResponseSnapshot(int Status, string? ETag, string? LastModified, string? Location, string? Link, string Body)
{
    private const int Around = 120;

    /// <summary>The first thing in which the other is different, bodies before tags, in a few words; null where nothing is.</summary>
    public string? DescribeDifference(ResponseSnapshot other)
    {
        if (Status != other.Status)
            return $"0: {Status} became {other.Status}";
        if (Body != other.Body)
            return $"1: the body: {Beginning(Body, other.Body)}\n    became {Beginning(other.Body, Body)}";
        if ((LastModified, Location, Link) != (other.LastModified, other.Location, other.Link))
            return "2: Last-Modified, Location or Link";
        return ETag == other.ETag ? null : $"3: ETag: {ETag} became {other.ETag}";
    }

    /// <summary>A text around the place where it begins to differ from another.</summary>
    private static string Beginning(string text, string other)
    {
        var same = text.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return text[Math.Max(0, same - Around)..Math.Min(text.Length, same + Around)];
    }
}
