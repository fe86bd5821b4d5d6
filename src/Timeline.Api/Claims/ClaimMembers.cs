using Timeline.Api.Articles;
using Timeline.Api.Domain;
using Timeline.Api.Events;

namespace Timeline.Api.Claims;

/// <summary>The members of a claim on a line of the import format.</summary>
public static class ClaimMembers
{
    /// <summary>When it was said.</summary>
    public static LineFormat<StatedWhen> Said { get; } =
        new()
        {
            Given =
            [
                ("date", said => said.Date),
                ("extent", said => said.Extent),
                ("phrase", said => said.Phrase),
                ("anchor", said => said.Anchor),
                ("alternatives", said => said.Alternatives),
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
                ("said", claim => Said.ToMembers(claim.Said)),
                ("respondsTo", claim => claim.RespondsTo),
                ("quote", claim => Quote.ToMembers(claim.Quote)),
                ("review", claim => claim.Review),
            ],
            Derived = ["version", "createdAt", "updatedAt"],
        };
}
