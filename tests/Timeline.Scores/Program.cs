using Timeline.Scores;

if (args is not [var corpora, .. var rest] || rest.Length > 2 || !Directory.Exists(corpora))
{
    Console.Error.WriteLine(
        """
        usage: Timeline.Scores CORPORA [OUT [PART]]
          CORPORA  the folder with tempeval3, gum, meantime, wikiwars, polnear, tagger-suites, events and eval
          OUT      where predictions and error lists are written; a temporary folder without it
          PART     times, attributions, actors, events or article: that alone
        """
    );
    return 2;
}

var output = rest.Length > 0 ? Directory.CreateDirectory(rest[0]).FullName : Directory.CreateTempSubdirectory("timeline-scores").FullName;
bool Asked(string part) => rest.Length < 2 || rest[1] == part;

if (Asked("times"))
    TimeScores.Print(corpora, output);
if (Asked("attributions"))
    AttributionScores.Print(corpora, output);
if (Asked("actors"))
    ActorScores.Print(corpora, output);
if (Asked("events"))
    EventScores.Print(corpora, output);
if (Asked("article") && Path.Combine(corpora, "..", "article") is var article && Directory.Exists(article))
    ArticleScores.Compute(article).Print();
return 0;
