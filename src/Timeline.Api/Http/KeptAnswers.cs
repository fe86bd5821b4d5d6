using System.Collections.Concurrent;

namespace Timeline.Api.Http;

/// <summary>
/// Answers that take longer to work out than to find again, each from the second time that it is asked for until the data that it was
/// made of changes: a few of them, so that they never fill the memory.
/// </summary>
public sealed class KeptAnswers
{
    private const int MostAnswers = 64;
    private const int MostAskedOnce = 1024;
    private const int MostBytes = 256 * 1024;
    private readonly ConcurrentDictionary<string, (string Tag, byte[] Body)> _answers = new();
    private readonly ConcurrentDictionary<string, string> _askedOnce = new();

    /// <summary>The answer to this request under this tag, if it is kept; else null.</summary>
    public byte[]? Find(HttpRequest request, string tag) =>
        _answers.TryGetValue(KeyOf(request), out var known) && known.Tag == tag ? known.Body : null;

    /// <summary>Keeps the answer where it was asked for under this tag before.</summary>
    public void Keep(HttpRequest request, string tag, ReadOnlySpan<byte> body)
    {
        if (body.Length > MostBytes)
            return;
        var key = KeyOf(request);
        if (_askedOnce.TryGetValue(key, out var known) && known == tag)
        {
            EmptyIfFull(_answers, MostAnswers);
            _answers[key] = (tag, body.ToArray());
        }
        else
        {
            EmptyIfFull(_askedOnce, MostAskedOnce);
            _askedOnce[key] = tag;
        }
    }

    /// <summary>Makes room where there are this many.</summary>
    private static void EmptyIfFull<T>(ConcurrentDictionary<string, T> entries, int most)
    {
        if (entries.Count >= most)
            entries.Clear();
    }

    private static string KeyOf(HttpRequest request) => request.Path.Value + request.QueryString.Value;
}
