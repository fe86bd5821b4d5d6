namespace Timeline.Extraction.Tests.Corpus;

/// <summary>What a person found beside what was extracted: how much of it was found, and how much of what was extracted is right.</summary>
internal sealed record GoldScore(int Expected, int Extracted, IReadOnlyList<string> Missing)
{
    public double Recall => 100.0 * (Expected - Missing.Count) / Expected;

    public double Precision => 100.0 * (Expected - Missing.Count) / Extracted;

    /// <summary>Matches what is expected in each article with what was extracted there; each extracted thing counts once.</summary>
    public static GoldScore Compute<T>(
        Func<GoldArticle, IEnumerable<T>> expected,
        Func<ExtractionResult, IEnumerable<T>> extracted,
        Func<T, T, bool> matches
    )
        where T : notnull
    {
        var (wantedCount, extractedCount, missing) = (0, 0, new List<string>());
        foreach (var article in GoldArticle.All)
        {
            var left = extracted(article.Extract()).ToList();
            extractedCount += left.Count;
            foreach (var wanted in expected(article))
            {
                wantedCount++;
                var found = left.FindIndex(other => matches(wanted, other));
                if (found < 0)
                    missing.Add($"{article.Id}: {wanted}");
                else
                    left.RemoveAt(found);
            }
        }

        return new(wantedCount, extractedCount, missing);
    }
}
