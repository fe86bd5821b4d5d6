namespace Timeline.Extraction.Claims;

/// <summary>How a source comes to stand behind its content.</summary>
public enum AttributionManner : byte
{
    /// <summary>In words: said, wrote, denied.</summary>
    Said,

    /// <summary>A document or poll shows it.</summary>
    Shown,

    /// <summary>As a question.</summary>
    Asked,

    /// <summary>A belief or an expectation that the article reports.</summary>
    Thought,

    /// <summary>An attitude towards something that the article reports: supports, wants.</summary>
    Felt,

    /// <summary>By saying nothing: did not respond, had no comment.</summary>
    Silent,
}
