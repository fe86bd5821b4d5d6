namespace Timeline.Extraction.Claims;

/// <summary>All attributions of one line: each rule reads what those before it left.</summary>
internal static class LineReader
{
    public static List<Draft> Read(Line line, Func<Run, bool>? isMedium)
    {
        var drafts = new List<Draft>();
        var groups = VerbGroups.Of(line);
        var subjects = new Subjects(line, groups);
        AccordingTo.Read(line, drafts);
        new Postposed(line, groups).Read(drafts);
        var verbs = new VerbCues(line, groups, subjects);
        verbs.Read(drafts);
        Questions.Read(line, drafts);
        new AdjectiveCues(line, groups, subjects).Read(drafts);
        new NounCues(line, groups, subjects).Read(drafts);
        Passed(line, drafts, verbs, isMedium);
        foreach (var draft in drafts)
            Media.Note(draft, isMedium);
        drafts.Sort((a, b) => a.CueFirst.CompareTo(b.CueFirst));
        return drafts;
    }

    // "Mr X said Y, the Herald reported": the claim is Mr X's, by way of the Herald.
    // What else the Herald adds stays its own.
    private static void Passed(Line line, List<Draft> drafts, VerbCues verbs, Func<Run, bool>? isMedium)
    {
        for (var i = drafts.Count - 1; i >= 0; i--)
        {
            var outer = drafts[i];
            if (
                outer.Reading.Manner != Manner.Said
                || outer.Content.Count == 0
                || outer.Source is not { } source
                || !Media.Is(line, source, isMedium)
            )
            {
                continue;
            }

            if (verbs.Within(outer.Content[0]) is not { } inner)
                continue;
            inner.Via = source;
            outer.Content.RemoveAt(0);
            drafts.Add(inner);
            if (outer.IsEmpty)
                drafts.RemoveAt(i);
        }
    }
}
