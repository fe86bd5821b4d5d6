using Timeline.Extraction.Events;
using Timeline.Extraction.Text;

namespace Timeline.Extraction.Titles;

/// <summary>A title while it is being written.</summary>
/// <param name="Words">In order.</param>
/// <param name="Head">The token of the verb or noun that it cannot lose, nor what stands before it; -1 for none.</param>
/// <param name="Voice">Index of the claim in whose words it is told; null for the article's own.</param>
/// <param name="IsQuoted">Whether it is somebody's own words and says so.</param>
internal sealed record TitleDraft(List<TitleWord> Words, int Head, int? Voice, bool IsQuoted = false)
{
    /// <summary>The token that a clause begins with which has its own verb; -1 for none.</summary>
    public int Clause { get; set; } = -1;

    /// <summary>The kind of the happening that an "it" stands for, where the title names it.</summary>
    public EventKind? Happening { get; set; }

    /// <summary>Actors in the phrases that were put in for pronouns.</summary>
    public List<int> Referred { get; } = [];

    /// <summary>Adds a word that the article does not have there.</summary>
    public void Put(string text, PosTag tag, bool glued = false) => Words.Add(TitleWord.Put(text, tag, glued));

    /// <summary>Where in <see cref="Words"/> the head stands, or -1.</summary>
    public int HeadIndex => Head < 0 ? -1 : Words.FindIndex(word => word.Token == Head);
}
