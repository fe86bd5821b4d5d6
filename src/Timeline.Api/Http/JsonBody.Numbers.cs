using System.Text.Json;

namespace Timeline.Api.Http;

/// <content>Numbers in a body.</content>
public sealed partial class JsonBody
{
    /// <summary>A whole number from 0; null where absent or null.</summary>
    public long? WholeNumber(string name, bool required = false)
    {
        if (Member(name, JsonValueKind.Number, "a number", required) is not { } member)
            return null;
        if (member.TryGetInt64(out var number) && number >= 0)
            return number;
        AddFault(name, "invalid_integer", "Must be a whole number from 0.");
        return null;
    }
}
