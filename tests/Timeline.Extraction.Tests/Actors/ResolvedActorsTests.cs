using Timeline.Extraction.Actors;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Tests.Actors;

public class ResolvedActorsTests
{
    public static TheoryData<string, string> ActorCases => Cases.Pairs("Actors/actors.tsv");

    [Theory, MemberData(nameof(ActorCases))]
    public void A_text_has_these_actors(string text, string actors)
    {
        var cast = ResolvedActors.Resolve(Document.Parse(text));
        Assert.Equal(
            actors,
            string.Join(
                "; ",
                cast.Actors.Select(
                    (actor, i) => $"{actor.Name} {actor.Kind.ToString().ToLowerInvariant()} {cast.Mentions.Count(m => m.Actor == i)}"
                )
            )
        );
    }
}
