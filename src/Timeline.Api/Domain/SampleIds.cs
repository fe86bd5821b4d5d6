namespace Timeline.Api.Domain;

/// <summary>Ids of the sample timeline that the API document's examples use, so that "Try it out" shows something.</summary>
public static class SampleIds
{
    public const string Article = "art_0jrrbe6000001";
    public const string Event = "evt_0jrrbe600000k";
    public const string Claim = "clm_0jrrbe600001w";
    public const string Actor = "vladimir-putin";
    public const string Publisher = "The Irish Times";
    public const string Tag = "diplomacy";
}
