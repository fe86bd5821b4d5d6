using Timeline.Edtf;
using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;

namespace Timeline.Extraction;

/// <summary>Reads an article: text and day of publication in, everything it tells out. Deterministic, in time linear in the length of the text.</summary>
public static class Extractor
{
    /// <summary>Runs the stages in their order, each on what those before it found; throws <see cref="OperationCanceledException"/> soon after <paramref name="cancel"/> is set.</summary>
    public static ExtractionResult Extract(string text, Day published, CancellationToken cancel = default)
    {
        var document = Document.Read(text, cancel);
        var times = TimeStage.Read(document, published, cancel);
        var cast = Cast.Read(document, cancel);
        var claims = ClaimStage.Read(document, run => IsMedium(cast, run), cancel);
        var findings = new Findings(document, published, Homonyms.Without(times, cast), cast, claims);
        return new Records(findings, EventStage.Read(findings, cancel)).ToExtraction();
    }

    private static bool IsMedium(Cast cast, Run run)
    {
        foreach (var mention in cast.Between(run.First, run.End))
        {
            if (cast.Actors[mention.Actor].Kind == ActorKind.Medium && mention.Kind == MentionKind.Name)
                return true;
        }

        return false;
    }
}
