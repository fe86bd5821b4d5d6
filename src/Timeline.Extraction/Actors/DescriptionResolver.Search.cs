using Timeline.Extraction.Text;

namespace Timeline.Extraction.Actors;

/// <content>Where a description ends, and whom it means.</content>
internal sealed partial class DescriptionResolver
{
    private void Add(string word, int cluster)
    {
        if (!_byWord.TryGetValue(word, out var known))
            _byWord.Add(word, known = []);
        if (!known.Contains(cluster) && known.Count < 20)
            known.Add(cluster);
    }

    // "the Brenton store chain": where its noun ends; null where what follows says which one is meant.
    private int? EndOfDescription(int at, int sentence, int next)
    {
        var limit = Math.Min(document.Sentences[sentence].End, at + MostModifiers + 2);
        for (var i = at + 1; i < limit; i++)
        {
            var token = document.Tokens[i];
            if (next < linked.Count && linked[next].Name.First == i)
                return null;
            if (!token.Tag.IsNoun && token.Tag is not (PosTag.JJ or PosTag.VBN) || Distinguishing.Contains(token.Lower))
                return null;
            var isHead = i + 1 == document.Sentences[sentence].End || !document.Tokens[i + 1].Tag.IsNoun;
            if (!isHead || !token.Tag.IsNoun)
                continue;
            return token.Tag == PosTag.NN && !IsRestricted(i + 1, sentence, next) ? i + 1 : null;
        }

        return null;
    }

    // "the president of the league", "the bank that …", "the paper, the Herald,"
    private bool IsRestricted(int at, int sentence, int next)
    {
        if (at >= document.Sentences[sentence].End)
            return false;
        var token = document.Tokens[at];
        if (token.Lower is "of" or "for" or "that" or "who" or "which" or "whose" or "from" or "behind" || token.Tag == PosTag.CD)
            return true;
        return next < linked.Count && (linked[next].Name.First == at || token.Is(',') && linked[next].Name.First == at + 1);
    }

    private int? Find(int at, int end, int sentence)
    {
        var head = document.Tokens[end - 1].Lower;
        var isPlain = end - at == 2;
        int? best = null;
        foreach (var cluster in _byWord.GetValueOrDefault(head) ?? [])
        {
            if (IsNear(cluster, sentence, FarthestSentence) && (best is not { } other || _lastToken[cluster] > _lastToken[other]))
                best = cluster;
        }

        if (best is not null)
            return best;
        // "the Brenton chain", but not "the food chain"
        return (isPlain ? Companies : ChainsAndFirms).Contains(head) && (isPlain || document.Tokens[at + 1].IsCapitalised)
            ? FindCompany(sentence)
            : null;
    }

    // The company that the article is about: named not long ago, and oftener than any that was named a moment ago.
    private int? FindCompany(int sentence)
    {
        int? best = null;
        while (_recent.TryPeek(out var oldest) && sentence - oldest.Sentence > FarthestCompany)
            _recent.Dequeue();
        foreach (var (cluster, _) in _recent)
        {
            if (clusters.All[cluster].Kind != ActorKind.Organisation || _public.Contains(cluster) || clusters.All[cluster].IsKnownBody)
                continue;
            if (best is not { } other || _counts[cluster] > _counts[other])
                best = cluster;
        }

        var second = 0;
        foreach (var (cluster, last) in _recent)
        {
            var isRival = cluster != best && sentence - last <= FarthestRival && clusters.All[cluster].Kind == ActorKind.Organisation;
            if (isRival && !_public.Contains(cluster) && !clusters.All[cluster].IsKnownBody)
                second = Math.Max(second, _counts[cluster]);
        }

        return best is { } found && _counts[found] >= 2 * second ? found : null;
    }

    private bool IsNear(int cluster, int sentence, int farthest) =>
        _lastSentence.TryGetValue(cluster, out var last) && sentence - last <= farthest;
}
