using Timeline.Api.Domain;

namespace Timeline.Api.Claims;

/// <summary>The members of a claim on a line of the import format.</summary>
public static class ClaimMembers
{
    /// <summary>A date: when it was said, or when its article says that the event was.</summary>
    public static LineFormat<StatedWhen> When { get; } =
        new()
        {
            Given =
            [
                ("date", when => when.Date),
                ("extent", when => when.Extent),
                ("phrase", when => when.Phrase),
                ("anchor", when => when.Anchor),
                ("alternatives", when => when.Alternatives),
            ],
            Derived = ["earliest", "latest", "precision", "approximate", "uncertain"],
        };

    public static LineFormat<Quote> Quote { get; } =
        new()
        {
            Given =
            [
                ("exact", quote => quote.Exact),
                ("prefix", quote => quote.Prefix),
                ("suffix", quote => quote.Suffix),
                ("spans", quote => quote.Spans),
            ],
            Derived = ["sha256"],
        };

    public static LineFormat<Claim> Line { get; } =
        new()
        {
            Given =
            [
                ("id", claim => claim.Id),
                ("event", claim => claim.Event),
                ("article", claim => claim.Article),
                ("speaker", claim => claim.Speaker),
                ("via", claim => claim.Via),
                ("stance", claim => claim.Stance),
                ("cue", claim => claim.Cue),
                ("direct", claim => claim.Direct),
                ("text", claim => claim.Text),
                ("said", claim => When.ToMembers(claim.Said)),
                ("tells", claim => claim.Tells is { } tells ? When.ToMembers(tells) : null),
                ("respondsTo", claim => claim.RespondsTo),
                ("quote", claim => Quote.ToMembers(claim.Quote)),
                ("review", claim => claim.Review),
            ],
            Derived = ["version", "createdAt", "updatedAt"],
        };
}
