using Timeline.Extraction.Text;
using Timeline.Training;

return args switch
{
    ["tagger", var corpora, var file] => Train(corpora, file),
    ["tagger-score", var corpora] => CrossValidate(corpora),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        tagger CORPORA FILE      trains the part-of-speech model on CORPORA/pos and writes it
        tagger-score CORPORA     cross-validates it on the news of GUM, in ten parts
        """
    );
    return 2;
}

static int Train(string corpora, string file)
{
    var model = TaggerTraining.Train([.. Gum(corpora), .. Ewt(corpora)]);
    using var stream = File.Create(file);
    TagModelFile.Write(model, stream);
    Console.WriteLine($"{stream.Length} bytes");
    return 0;
}

// Every tenth document is held out in turn; what counts are the news among them, which are known by their openings.
static int CrossValidate(string corpora)
{
    var news = TaggerScore.NewsOpenings(Path.Combine(corpora, "gum", "gum-news-dev.jsonl"));
    var (gum, ewt) = (Gum(corpora), Ewt(corpora));
    foreach (var (name, extra) in new[] { ("GUM alone", []), ("GUM and EWT", ewt) })
    {
        var (inNews, inAll) = (new TaggerScore(0, 0, 0, 0), new TaggerScore(0, 0, 0, 0));
        for (var part = 0; part < 10; part++)
        {
            var model = TaggerTraining.Train([.. gum.Where((_, i) => i % 10 != part), .. extra]);
            var held = gum.Where((_, i) => i % 10 == part).ToList();
            inAll += TaggerScore.Measure(model, held);
            inNews += TaggerScore.Measure(
                model,
                held.Where(document => news.Contains(document.Opening[..Math.Min(document.Opening.Length, TaggerScore.OpeningLength)]))
            );
        }
        Console.WriteLine($"{name}: news {inNews}; all genres {inAll}");
    }
    return 0;
}

static List<TaggedDocument> Gum(string corpora) => TaggedCorpus.Read(Path.Combine(corpora, "pos", "pos-gum-train.tsv"));

static List<TaggedDocument> Ewt(string corpora) => TaggedCorpus.Read(Path.Combine(corpora, "pos", "pos-ewt-train.tsv"));
