namespace Timeline.Api.Domain;

/// <summary>How much everyone may read of the passages that claims quote from an article.</summary>
public enum QuoteAccess
{
    Hidden,

    /// <summary>So many of them as <see cref="QuoteAllowance"/> grants, without the words around them.</summary>
    Limited,

    /// <summary>All of them, with the words around them.</summary>
    Whole,
}
