using System.Globalization;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Time;

/// <summary>Cuts the tokens into <see cref="TimeWord"/>s. A spelling is looked up once however often the document holds it.</summary>
internal static class TimeWordSplitter
{
    public static TimeWord[] Split(Document document, TimeLexicon lexicon)
    {
        var words = new List<TimeWord>(document.Tokens.Length + 16);
        var known = new Dictionary<WordForm, TimeWord[]>(ReferenceEqualityComparer.Instance);
        var (end, sentence) = (-1, 0);
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            var token = document.Tokens[i];
            if (IsInserted(document, i))
                continue;
            if (!known.TryGetValue(token.Form, out var parts))
                known[token.Form] = parts = SplitToken(token.Text, lexicon);
            while (sentence + 1 < document.Sentences.Length && document.Sentences[sentence + 1].First <= i)
                sentence++;
            var starts =
                document.Sentences[sentence].First == i
                && (sentence == 0 || document.Sentences[sentence - 1].Paragraph != document.Sentences[sentence].Paragraph);
            foreach (var part in parts)
            {
                words.Add(
                    part with
                    {
                        Start = part.Start + token.Start,
                        End = part.End + token.Start,
                        Tight = part.Tight || token.Start == end,
                        Token = i,
                        Break = starts && part.Start == 0,
                    }
                );
            }

            end = token.End;
        }

        return [.. words];
    }

    // An editor's brackets in a quote, "[ten] years ago", are read over; those around a number mark a note.
    private static bool IsInserted(Document document, int i) =>
        document.Tokens[i].Text switch
        {
            "[" => i + 1 < document.Tokens.Length && char.IsLetter(document.Tokens[i + 1].Text[0]),
            "]" => i > 0 && char.IsLetter(document.Tokens[i - 1].Text[0]),
            _ => false,
        };

    private static TimeWord[] SplitToken(string text, TimeLexicon lexicon)
    {
        // A web address or anything as long says nothing about time.
        if (text.Length > 40 || text.Contains("://", StringComparison.Ordinal))
            return [new(0, text.Length, WordShape.Mark, null, 0, false, false, 0)];
        var words = new List<TimeWord>(1);
        var at = 0;
        while (at < text.Length)
        {
            var end = End(text, at, out var shape);
            words.Add(CreateWord(text.AsSpan(at, end - at), at, shape, lexicon));
            at = end;
        }

        return [.. words];
    }

    private static TimeWord CreateWord(ReadOnlySpan<char> span, int at, WordShape shape, TimeLexicon lexicon)
    {
        var capital = char.IsUpper(span[0]);
        var entry = shape == WordShape.Digits ? null : lexicon.Find(span);
        if (entry is { NeedsCapital: true } && !capital)
            entry = null;
        return new(at, at + span.Length, shape, entry, shape == WordShape.Digits ? Number(span) : 0, at > 0, capital, 0);
    }

    private static int End(string text, int at, out WordShape shape)
    {
        shape = ShapeAt(text, at);
        var end = at + 1;
        while (shape != WordShape.Mark && end < text.Length && ShapeAt(text, end) == shape)
            end++;
        return end;
    }

    private static WordShape ShapeAt(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c))
            return WordShape.Digits;
        var isPartOfLetters = char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
        return char.IsLetter(c) || isPartOfLetters ? WordShape.Letters : WordShape.Mark;
    }

    // Nothing in the calendar needs more than nine digits; longer runs are no number to us.
    private static long Number(ReadOnlySpan<char> digits) =>
        digits.Length <= 9 ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) : -1;
}
