using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Timeline.Extraction.Text;

/// <summary>
/// Groups tokens into sentences: at paragraph breaks, and after a full stop, question or exclamation mark where the next word can begin a
/// sentence.
/// </summary>
internal static class SentenceSplitter
{
    private const int LongestDateline = 16;

    private static readonly FrozenSet<string> Starters = EmbeddedData.ReadWordSet("Text.sentence-starters.txt");
    private static readonly FrozenSet<string> Reporting = EmbeddedData.ReadWordSet("Text.reporting.txt");

    public static ImmutableArray<Sentence> Split(Token[] tokens, List<int> paragraphs)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>(tokens.Length / 20 + 1);
        var (first, paragraph) = (0, 0);
        for (var i = 0; i < tokens.Length; i++)
        {
            var next = paragraph + 1 < paragraphs.Count ? paragraphs[paragraph + 1] : int.MaxValue;
            var last = i + 1 == tokens.Length || tokens[i + 1].Start >= next;
            if (
                i == first
                && (sentences.Count == 0 || sentences[^1].Paragraph != paragraph)
                && DatelineEnd(tokens, i, next) is { } dateline
            )
            {
                sentences.Add(new(first, dateline, paragraph));
                (first, i) = (dateline, dateline - 1);
                continue;
            }
            if (!last && i + 1 - first < Sentence.MaxTokens && !EndsAfter(tokens, first, i))
                continue;
            sentences.Add(new(first, i + 1, paragraph));
            first = i + 1;
            while (last && first < tokens.Length && paragraph + 1 < paragraphs.Count && tokens[first].Start >= paragraphs[paragraph + 1])
                paragraph++;
        }
        return sentences.DrainToImmutable();
    }

    // "LISBON, June 12 (Agency) - ": where it ends; null where a paragraph opens with something else.
    private static int? DatelineEnd(Token[] tokens, int first, int next)
    {
        var marks = tokens[first].IsAllCapitals;
        for (var i = first; i < Math.Min(first + LongestDateline, tokens.Length - 1) && tokens[i + 1].Start < next; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Word && char.IsLower(token.Text[0]))
                return null;
            if (token.Is('-') || token.Is('–') || token.Is('—') || token.Is("--"))
                return marks && i > first && tokens[i - 1].End < token.Start && token.End < tokens[i + 1].Start ? i + 1 : null;
            if (!token.IsWord && !token.Is(',') && !token.Is('(') && !token.Is(')') && !token.Is('.') && !token.Is('/'))
                return null;
            marks |= token.Is(',') || token.Is('(');
        }
        return null;
    }

    private static bool EndsAfter(Token[] tokens, int first, int at)
    {
        // Closing signs belong to the sentence that they close.
        if (IsCloser(tokens[at + 1]))
            return false;
        var end = at;
        for (var steps = 0; end > first && steps < 4 && IsCloser(tokens[end]); steps++)
            end--;
        var stop = tokens[end];
        if (stop.Kind == TokenKind.Punctuation && IsStop(stop.Text[0]))
            return CanBeginSentence(tokens, first, end, at + 1);
        return end == at
            && stop.Kind == TokenKind.Word
            && stop.Text.Length > 1
            && stop.Text[^1] == '.'
            && Abbreviations.MayEndSentence(stop.Text)
            && (Starters.Contains(tokens[at + 1].Text) || tokens[at + 1].Kind == TokenKind.OpenQuote);
    }

    private static bool CanBeginSentence(Token[] tokens, int first, int stop, int next)
    {
        // "1." and "a." before an item do not end it, and "?" inside of a quotation does not end "…?" she asked.
        if (stop - first == 1 && tokens[first].Kind == TokenKind.Number)
            return false;
        var token = tokens[next];
        if (
            token.IsWord
            && token.Start == tokens[next - 1].End
            && tokens[next - 1].Kind == TokenKind.Punctuation
            && char.IsLower(token.Text[0])
        )
        {
            return false;
        }

        if (token.Kind == TokenKind.Word && char.IsLower(token.Text[0]))
            return false;
        if (token.Kind == TokenKind.Punctuation && token.Text[0] is ',' or ';' or ':' or '–' or '—' or '-')
            return false;
        return next - stop < 2 || tokens[stop].Is('.') || !IsReported(tokens, next);
    }

    // A name and a reporting verb right after a quotation that ended with "?" or "!".
    private static bool IsReported(Token[] tokens, int at)
    {
        for (var i = at; i < Math.Min(at + 5, tokens.Length) && tokens[i].Kind == TokenKind.Word; i++)
        {
            if (Reporting.Contains(tokens[i].Lower))
                return true;
        }

        return false;
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '۔' or '।' or '‽';

    private static bool IsCloser(Token token) => token.Kind == TokenKind.CloseQuote || token.Is(')') || token.Is(']') || token.Is('}');
}
