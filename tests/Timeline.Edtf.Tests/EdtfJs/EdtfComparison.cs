namespace Timeline.Edtf.Tests.EdtfJs;

/// <summary>One text as both read it. Of an interval or set, also the dates in it, each read alone.</summary>
public sealed class EdtfComparison
{
    private EdtfComparison(string text, Func<string, EdtfJsResult> ask, IEnumerable<string> parts)
    {
        Text = text;
        Ok = EdtfDate.TryParse(text, out var date, out var error);
        Date = date;
        Reason = error.Reason ?? "";
        Theirs = ask(text);
        Parts = [.. parts.Select(part => new EdtfComparison(part, ask, []))];
    }

    public string Text { get; }

    public bool Ok { get; }

    public EdtfDate Date { get; }

    /// <summary>Why Timeline.Edtf refuses the text.</summary>
    public string Reason { get; }

    public EdtfJsResult Theirs { get; }

    /// <summary>
    /// The two ends of an interval, the first and last dates of each member of a set, those that are dates; nothing for a date on its
    /// own.
    /// </summary>
    public IReadOnlyList<EdtfComparison> Parts { get; }

    public long? Min => Date.Earliest?.Number;

    public long? Max => Date.Latest?.Number;

    public bool IsInterval => Text.Contains('/') && !IsSet;

    public bool IsSet => Text is ['[', .., ']'] or ['{', .., '}'];

    public bool Agrees => Ok == Theirs.Ok && (!Ok || (!Theirs.NoBounds && Min == Theirs.Min && Max == Theirs.Max));

    /// <summary>Reads all the texts, asking edtf.js about them and their parts in one go.</summary>
    public static async Task<List<EdtfComparison>> All(IReadOnlyCollection<string> texts, CancellationToken cancellation)
    {
        var questions = texts.Concat(texts.SelectMany(PartsOf)).Distinct().ToList();
        var answers = await EdtfJsRunner.Ask(questions, cancellation);
        Assert.Equal(questions.Count, answers.Count);
        var byText = questions.Zip(answers).ToDictionary(pair => pair.First, pair => pair.Second);
        return [.. texts.Select(text => new EdtfComparison(text, part => byText[part], PartsOf(text)))];
    }

    /// <summary>The members of a set as they stand, without the brackets and without spaces.</summary>
    public static string[] Members(string set) => set[1..^1].Replace(" ", "", StringComparison.Ordinal).Split(',');

    private static IEnumerable<string> PartsOf(string text) => Pieces(text).Where(part => part.Length > 0 && part.Length < text.Length);

    private static IEnumerable<string> Pieces(string text)
    {
        if (text is ['[', .., ']'] or ['{', .., '}'])
            return Members(text).SelectMany(member => member.Split(".."));
        return text.Count(c => c == '/') == 1 ? text.Split('/').SelectMany(end => end.Split("..")) : [];
    }
}
