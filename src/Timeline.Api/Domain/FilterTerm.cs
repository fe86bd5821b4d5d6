namespace Timeline.Api.Domain;

/// <summary>The terms an event is filtered by, as <c>event_term</c> holds them.</summary>
public static class FilterTerm
{
    /// <summary>Stands for every event in counts of terms; no event is filtered by it.</summary>
    public const string Every = "all";

    private const string ActorPrefix = "actor:";
    private const string KindPrefix = "kind:";
    private const string StandingPrefix = "standing:";
    private const string StancePrefix = "stance:";
    private static readonly string[] Counted = [ActorPrefix, KindPrefix, StandingPrefix, StancePrefix];

    /// <summary>The name of the filter, a colon, and the value.</summary>
    public static string Of(string filter, string value) => filter + ":" + value;

    /// <summary>True for the terms by which charts tell events apart, of which there are counts.</summary>
    public static bool IsCounted(string term) => Counted.Any(prefix => term.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>True for terms of which there are too many for a count of each day.</summary>
    public static bool IsCountedByMonth(string term) => term.StartsWith(ActorPrefix, StringComparison.Ordinal);

    public static bool IsKind(string term) => term.StartsWith(KindPrefix, StringComparison.Ordinal);

    public static string Actor(long id) => ActorPrefix + id;

    public static string Article(long id) => "article:" + id;

    public static string Kind(string kind) => KindPrefix + kind;

    public static string Standing(string standing) => StandingPrefix + standing;

    public static string Precision(string precision) => "precision:" + precision;

    public static string Publisher(string publisher) => "publisher:" + publisher;

    public static string Stance(string stance) => StancePrefix + stance;

    public static string Tag(string tag) => "tag:" + tag;
}
