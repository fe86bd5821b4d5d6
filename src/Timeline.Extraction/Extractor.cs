using Timeline.Edtf;
using Timeline.Extraction.Actors;
using Timeline.Extraction.Claims;
using Timeline.Extraction.Events;
using Timeline.Extraction.Text;
using Timeline.Extraction.Time;
using Timeline.Extraction.Titles;

namespace Timeline.Extraction;

/// <summary>
/// Reads an article: text and day of publication in, everything it tells out. Deterministic, in time linear in the length of the text.
/// </summary>
public static class Extractor
{
    /// <summary>
    /// Runs the stages in their order, each on what those before it found; throws <see cref="OperationCanceledException"/> soon after
    /// <paramref name="cancel"/> is set. Of a text that is not English nothing is extracted but its language.
    /// </summary>
    public static ExtractionResult Extract(string text, Day published, CancellationToken cancel = default)
    {
        if (LanguageDetector.FindForeign(text) is { } language)
            return new(text, [], [], [], []) { ForeignLanguage = language };
        var document = Document.Parse(text, cancel);
        var times = TimeStage.Run(document, published, cancel);
        var actors = ResolvedActors.Resolve(document, cancel);
        var claims = ClaimStage.RunForClaims(document, span => IsMedium(actors, span), cancel);
        var results = new StageResults(document, published, TimesInsideNames.Remove(times, actors), actors, claims);
        var told = TitleStage.Run(results, EventStage.Run(results, cancel), cancel);
        return new ExtractionBuilder(results, [.. told.Select(entry => entry.Event)], [.. told.Select(entry => entry.Title)]).Build();
    }

    private static bool IsMedium(ResolvedActors actors, TokenSpan span)
    {
        foreach (var mention in actors.MentionsBetween(span.First, span.End))
        {
            if (actors.Actors[mention.Actor].Kind == ActorKind.Medium && mention.Kind == MentionKind.Name)
                return true;
        }

        return false;
    }
}
