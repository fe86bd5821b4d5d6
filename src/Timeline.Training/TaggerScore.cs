using System.Text.Json;
using Timeline.Extraction.Text;

namespace Timeline.Training;

/// <summary>How many tokens a model tags right.</summary>
public sealed record TaggerScore(int Right, int Total, int RightWords, int Words)
{
    /// <summary>Share of all tokens, punctuation included, as the literature counts.</summary>
    public double Accuracy => (double)Right / Total;

    /// <summary>Share of the words and numbers alone.</summary>
    public double WordAccuracy => (double)RightWords / Words;

    internal static TaggerScore Measure(TagModel model, IEnumerable<TaggedDocument> documents)
    {
        var buffer = new WordFeatures[Sentence.MaxTokens];
        var score = new TaggerScore(0, 0, 0, 0);
        foreach (var gold in documents.SelectMany(document => document.Sentences))
        {
            var tagged = TaggerTraining.Fresh(gold);
            PosTagger.Tag(model, tagged, buffer);
            var right = gold.Zip(tagged).ToArray();
            score += new TaggerScore(
                right.Count(p => p.First.Tag == p.Second.Tag),
                right.Length,
                right.Count(p => p.First.IsWord && p.First.Tag == p.Second.Tag),
                right.Count(p => p.First.IsWord)
            );
        }
        return score;
    }

    /// <summary>How many characters of its opening a document is known by.</summary>
    public const int OpeningLength = 40;

    /// <summary>The openings, without white space, of the news in a file of GUM's documents.</summary>
    public static HashSet<string> NewsOpenings(string path) =>
        [
            .. File.ReadLines(path)
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!)
                .Select(text => string.Concat(text.Where(c => !char.IsWhiteSpace(c)))[..OpeningLength]),
        ];

    /// <summary>Both counts together.</summary>
    public static TaggerScore operator +(TaggerScore left, TaggerScore right) =>
        new(left.Right + right.Right, left.Total + right.Total, left.RightWords + right.RightWords, left.Words + right.Words);

    /// <inheritdoc/>
    public override string ToString() => $"{Accuracy:P2} of {Total} tokens, {WordAccuracy:P2} of {Words} words";
}
