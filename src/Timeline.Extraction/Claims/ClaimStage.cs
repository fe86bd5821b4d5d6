using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Finds who says what in an article.</summary>
public static class ClaimStage
{
    /// <summary>All attributions in the order of the text. Time is linear in its length; what stands inside of somebody's words is not attributed again.</summary>
    /// <param name="isMedium">Whether these tokens name a medium, where actors are known; names that speak for themselves are taken for one without it.</param>
    public static IReadOnlyList<Claim> Read(Document document, Func<Run, bool>? isMedium = null, CancellationToken cancel = default)
    {
        var lines = Lines.Of(document, Quotations.Find(document), cancel);
        var drafts = new List<(Draft Draft, int Line)>();
        var (carried, labels) = (new Carried(), new Labels());
        for (var i = 0; i < lines.Count; i++)
        {
            if ((i & 0xff) == 0)
                cancel.ThrowIfCancellationRequested();
            if (labels.IsTranscript && carried.Takes(lines[i]))
                continue;
            var opens = i == 0 || lines[i - 1].Paragraph != lines[i].Paragraph;
            var found = opens && labels.Read(lines[i], i == 0) is { } label ? [label] : LineReader.Read(lines[i], isMedium);
            carried.Follow(lines[i], found);
            foreach (var draft in found)
            {
                if (!Suppositions.IsNobodys(draft))
                    drafts.Add((draft, i));
            }
        }
        return Finish(document, drafts);
    }

    private static List<Claim> Finish(Document document, List<(Draft Draft, int Line)> drafts)
    {
        var claims = new List<Claim>(drafts.Count);
        var answers = new Answers(document);
        foreach (var (draft, line) in drafts)
        {
            var content = draft.Tokens;
            if (content.Count == 0 && !draft.Reading.IsSilent && !draft.Reading.TakesNothing)
                continue;
            var stance = Stances.Of(draft);
            var answered = answers.To(claims.Count, draft, stance, line);
            claims.Add(
                new(
                    Source(draft),
                    Who(draft.Line, draft.Source),
                    Who(draft.Line, draft.Via),
                    draft.Line.Tokens(draft.CueFirst, draft.CueEnd),
                    content,
                    draft.IsDirect,
                    stance,
                    draft.Reading.Manner,
                    answered
                )
            );
        }
        return claims;
    }

    private static Run? Source(Draft draft) => draft.Source is { } source ? draft.Line.Tokens(source.First, source.End) : null;

    private static Run? Who(Line line, Subject? subject) => subject is { } named ? line.Tokens(named.WhoFirst, named.WhoEnd) : null;
}
