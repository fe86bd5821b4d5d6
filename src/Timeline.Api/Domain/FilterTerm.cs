namespace Timeline.Api.Domain;

/// <summary>The terms an event is filtered by, as <c>event_term</c> holds them.</summary>
public static class FilterTerm
{
    /// <summary>The name of the filter, a colon, and the value.</summary>
    public static string Of(string filter, string value) => filter + ":" + value;

    public static string Actor(long id) => "actor:" + id;

    public static string Article(long id) => "article:" + id;

    public static string Kind(string kind) => "kind:" + kind;

    public static string Standing(string standing) => "standing:" + standing;

    public static string Precision(string precision) => "precision:" + precision;

    public static string Publisher(string publisher) => "publisher:" + publisher;

    public static string Stance(string stance) => "stance:" + stance;

    public static string Tag(string tag) => "tag:" + tag;
}
