using Timeline.Api.Http.Problems;

namespace Timeline.Api.Http;

/// <content>A body as the record that declares its members.</content>
public sealed partial class JsonBody
{
    /// <summary>
    /// The record of the members that are there. What is absent, or null where the record has no null, keeps the record's default;
    /// every other deviation from what the record declares, unknown members included, is a fault.
    /// </summary>
    public T Read<T>()
        where T : class
    {
        var record = Activator.CreateInstance<T>();
        foreach (var member in BodyMember.Of(typeof(T)))
        {
            if (TryGetMember(member.Name, out _))
                ReadMember(record, member, isRequired: member.IsRequired);
            else if (member.IsRequired)
                AddFault(member.Name, FaultCode.Required, "Is required.");
            if (member is { IsNullable: false, IsList: false })
                member.Set(record, member.Get(record) ?? "");
        }

        RejectUnknownMembers();
        return record;
    }

    /// <summary>
    /// Applies the body as a merge patch (RFC 7396) to a record of what is there, and returns that record: what is absent stays,
    /// null deletes what may be missing.
    /// </summary>
    public T Patch<T>(T record)
        where T : class
    {
        foreach (var member in BodyMember.Of(typeof(T)).Where(member => Has(member.Name)))
        {
            if (TryGetMember(member.Name, out _))
                ReadMember(record, member, isRequired: !member.IsNullable);
            else if (member.IsNullable)
                member.Set(record, null);
            else
                AddFault(member.Name, FaultCode.Required, "Is required.");
        }

        RejectUnknownMembers();
        return record;
    }

    /// <summary>Ends the request where there is a fault.</summary>
    public void ThrowIfInvalid()
    {
        if (Faults.Count > 0)
            throw ProblemException.FromFaults(Faults);
    }

    private void ReadMember(object record, BodyMember member, bool isRequired)
    {
        if (member.IsList)
            member.Set(record, Texts(member.Name, member.MaxCount));
        else if (Text(member.Name, member.MaxLength, isRequired, lines: !member.IsSingleLine) is { } text)
            member.Set(record, Chosen(member, text));
    }

    private string Chosen(BodyMember member, string text)
    {
        if (member.Choices is { } choices && !choices.Contains(text))
            AddFault(member.Name, FaultCode.InvalidChoice, ChoiceFault(choices, text));
        return text;
    }

    private static string ChoiceFault(IReadOnlyList<string> choices, string text) =>
        $"Must be one of: {string.Join(", ", choices)}; got '{Excerpt.From(text)}'.";
}
