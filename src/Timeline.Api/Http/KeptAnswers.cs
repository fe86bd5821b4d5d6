using System.Collections.Concurrent;

namespace Timeline.Api.Http;

/// <summary>
/// Answers that take longer to work out than to find again, each until the data that it was made of changes: a few of them, so that
/// they never fill the memory.
/// </summary>
public sealed class KeptAnswers
{
    private const int MostAnswers = 64;
    private const int MostBytes = 256 * 1024;
    private readonly ConcurrentDictionary<string, (string Tag, byte[] Body)> _answers = new();

    /// <summary>The answer to this request under this tag, if it is kept; else null.</summary>
    public byte[]? Find(HttpRequest request, string tag) =>
        _answers.TryGetValue(KeyOf(request), out var known) && known.Tag == tag ? known.Body : null;

    public void Keep(HttpRequest request, string tag, ReadOnlySpan<byte> body)
    {
        if (body.Length > MostBytes)
            return;
        if (_answers.Count >= MostAnswers)
            _answers.Clear();
        _answers[KeyOf(request)] = (tag, body.ToArray());
    }

    private static string KeyOf(HttpRequest request) => request.Path.Value + request.QueryString.Value;
}
