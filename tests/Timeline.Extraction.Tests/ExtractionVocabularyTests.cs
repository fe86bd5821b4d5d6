namespace Timeline.Extraction.Tests;

public class ExtractionVocabularyTests
{
    [Fact]
    public void Stances_are_those_of_the_contract() =>
        Assert.Equal(
            "asserts confirms denies disputes neither-confirms-nor-denies declines-to-comment promises demands expects cancels",
            string.Join(' ', ExtractionVocabulary.Stances)
        );

    [Fact]
    public void Event_kinds_are_those_of_the_contract() =>
        Assert.Equal(
            "statement meeting call agreement decision appointment election conflict attack disaster publication legal economy other",
            string.Join(' ', ExtractionVocabulary.EventKinds)
        );

    [Fact]
    public void Roles_and_actor_kinds_are_those_of_the_contract()
    {
        Assert.Equal("speaker subject addressee mentioned", string.Join(' ', ExtractionVocabulary.ParticipantRoles));
        Assert.Equal("person organisation state medium", string.Join(' ', ExtractionVocabulary.ActorKinds));
    }
}
