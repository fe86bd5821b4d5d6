using Timeline.Scores;

if (args is ["article", var folder])
{
    ArticleScores.Of(folder).Print();
    return 0;
}

if (args is ["actors", var annotated, .. var more])
{
    ActorScores.Print(Path.Combine(annotated, "gum", "gum-news-dev.jsonl"), more is ["--errors"]);
    ActorScores.Print(Path.Combine(annotated, "meantime", "meantime-dev.jsonl"), more is ["--errors"]);
    return 0;
}

if (args is not [var corpora, .. var rest] || rest.Length > 1 || !Directory.Exists(corpora))
{
    Console.Error.WriteLine("usage: Timeline.Scores article FOLDER | actors CORPORA [--errors] | CORPORA [OUT]\n  FOLDER   an article with what is expected of it\n  CORPORA  the folder with tempeval3, gum, meantime, wikiwars, polnear, tagger-suites and eval\n  OUT      where predictions and error lists are written; a temporary folder without it");
    return 2;
}

var output = rest.Length > 0 ? Directory.CreateDirectory(rest[0]).FullName : Directory.CreateTempSubdirectory("timeline-scores").FullName;
TimeScores.Print(corpora, output);
AttributionScores.Print(corpora, output);
return 0;
