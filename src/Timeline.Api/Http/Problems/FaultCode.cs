using System.ComponentModel;
using System.Reflection;

namespace Timeline.Api.Http.Problems;

/// <summary>The faults of single inputs, as <c>errors[].code</c> names them; each explained at <c>/problems/{code}</c>.</summary>
public static class FaultCode
{
    [Description("`from` is after `to`.")]
    public const string RangeInverted = "range_inverted";

    [Description("Not a date of the forms allowed.")]
    public const string InvalidDate = "invalid_date";

    [Description("A date, but beyond what is taken here.")]
    public const string UnsupportedDate = "unsupported_date";

    [Description("A number or a length beyond its bounds.")]
    public const string OutOfRange = "out_of_range";

    [Description("Not a whole number.")]
    public const string InvalidInteger = "invalid_integer";

    [Description("Not a cursor that was given out.")]
    public const string InvalidCursor = "invalid_cursor";

    [Description("A cursor of another query.")]
    public const string CursorMismatch = "cursor_mismatch";

    [Description("No such parameter here.")]
    public const string UnknownParameter = "unknown_parameter";

    [Description("May be given once only.")]
    public const string RepeatedParameter = "repeated_parameter";

    [Description("Must not be empty.")]
    public const string EmptyValue = "empty_value";

    [Description("Not one of the values allowed.")]
    public const string InvalidChoice = "invalid_choice";

    [Description("No such member.")]
    public const string UnknownField = "unknown_field";

    [Description("A key belongs in the Authorization header.")]
    public const string KeyInQuery = "key_in_query";

    [Description("The interval cuts the range into more than 2,000 buckets.")]
    public const string TooManyBuckets = "too_many_buckets";

    [Description("Not JSON, empty, or a member occurs twice.")]
    public const string MalformedJson = "malformed_json";

    [Description("Must be there.")]
    public const string Required = "required";

    [Description("No such member here.")]
    public const string UnknownMember = "unknown_member";

    [Description("Another JSON type is needed.")]
    public const string WrongType = "wrong_type";

    [Description("Control characters, broken UTF-8 or half a surrogate pair.")]
    public const string InvalidText = "invalid_text";

    [Description("Not an id.")]
    public const string InvalidId = "invalid_id";

    [Description("Not a pair of ascending offsets inside the text.")]
    public const string InvalidSpan = "invalid_span";

    [Description("The id is taken.")]
    public const string DuplicateId = "duplicate_id";

    [Description("Names something that is not there.")]
    public const string UnknownReference = "unknown_reference";

    /// <summary>Every code with its meaning.</summary>
    public static IReadOnlyList<(string Code, string Meaning)> All { get; } =
    [
        .. typeof(FaultCode)
            .GetFields()
            .Where(field => field.IsLiteral)
            .Select(field => ((string)field.GetRawConstantValue()!, field.GetCustomAttribute<DescriptionAttribute>()!.Description)),
    ];
}
