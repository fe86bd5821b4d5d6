using Timeline.Extraction.Text;
using Timeline.Training;

namespace Timeline.Extraction.Tests.Training;

public class TaggerTrainingTests
{
    [Fact]
    public void Training_on_the_corpora_again_gives_the_shipped_bytes()
    {
        var gum = TaggedCorpus.Read(SharedCorpora.FindCorpus("pos", "pos-gum-train.tsv"));
        var ewt = TaggedCorpus.Read(SharedCorpora.FindCorpus("pos", "pos-ewt-train.tsv"));
        using var trained = new MemoryStream();
        TagModelFile.Write(TaggerTraining.Train([.. gum, .. ewt]), trained);
        using var shipped = new MemoryStream();
        EmbeddedData.OpenStream("Text.tags.bin").CopyTo(shipped);
        Assert.True(
            trained.ToArray().AsSpan().SequenceEqual(shipped.ToArray()),
            "The weights differ: train again, or look at what changed."
        );
    }

    [Fact]
    public void A_model_written_and_read_again_has_the_same_weights()
    {
        using var shipped = EmbeddedData.OpenStream("Text.tags.bin");
        using var again = new MemoryStream();
        var model = TagModelFile.Read(shipped);
        TagModelFile.Write(model, again);
        again.Position = 0;
        Assert.Equal(model.Weights, TagModelFile.Read(again).Weights);
    }

    [Fact]
    public void News_held_out_of_training_are_tagged_with_at_least_95_percent()
    {
        var gum = TaggedCorpus.Read(SharedCorpora.FindCorpus("pos", "pos-gum-train.tsv"));
        var news = TaggerScore.NewsOpenings(SharedCorpora.FindCorpus("gum", "gum-news-dev.jsonl"));
        bool IsNews(TaggedDocument document) =>
            news.Contains(document.Opening[..Math.Min(document.Opening.Length, TaggerScore.OpeningLength)]);
        var score = TaggerScore.Measure(TaggerTraining.Train(gum.Where(document => !IsNews(document))), gum.Where(IsNews));
        Assert.True(score.Total > 5000 && score.Accuracy >= 0.95, score.ToString());
    }
}
