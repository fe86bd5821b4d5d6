using Timeline.Extraction.Text;

namespace Timeline.Extraction.Claims;

/// <summary>Finds who says what in an article.</summary>
public static class ClaimStage
{
    /// <summary>All attributions in the order of their cues. Time is linear in the length of the text; nothing inside of somebody's words is attributed again.</summary>
    public static IReadOnlyList<Claim> Read(Document document, CancellationToken cancel = default)
    {
        var quotations = Quotations.Find(document);
        var lines = Lines.Of(document, quotations, cancel);
        var drafts = new List<Draft>();
        var carried = new Carried();
        for (var i = 0; i < lines.Count; i++)
        {
            if ((i & 0xff) == 0) cancel.ThrowIfCancellationRequested();
            var found = ReadLine(lines[i], i == 0 || lines[i - 1].Paragraph != lines[i].Paragraph);
            carried.Follow(lines[i], found);
            drafts.AddRange(found.Where(draft => (!draft.IsEmpty || draft.Reading.IsSilent || draft.Reading.TakesNothing) && !Suppositions.IsNobodys(draft)));
        }
        return [.. drafts.Select(Finish)];
    }

    private static List<Draft> ReadLine(Line line, bool first)
    {
        if (first && Labels.Read(line) is { } label) return [label];
        var drafts = new List<Draft>();
        var groups = VerbGroups.Of(line);
        AccordingTo.Read(line, drafts);
        new Postposed(line, groups).Read(drafts);
        var subjects = new Subjects(line, groups);
        new VerbCues(line, groups, subjects).Read(drafts);
        new AdjectiveCues(line, groups, subjects).Read(drafts);
        new NounCues(line, groups, subjects).Read(drafts);
        drafts.Sort((a, b) => a.CueFirst.CompareTo(b.CueFirst));
        return drafts;
    }

    private static Claim Finish(Draft draft)
    {
        var line = draft.Line;
        return new(
            draft.Source is { } source ? line.Tokens(source.First, source.End) : null,
            draft.Source is { } who ? line.Tokens(who.WhoFirst, who.WhoEnd) : null,
            draft.Via is { } via ? line.Tokens(via.WhoFirst, via.WhoEnd) : null,
            line.Tokens(draft.CueFirst, draft.CueEnd), draft.Tokens(), draft.IsDirect, Stances.Of(draft), draft.Reading.Manner, null);
    }
}
