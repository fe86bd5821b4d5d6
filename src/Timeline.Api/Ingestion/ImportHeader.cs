using Timeline.Api.Domain;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Ingestion;

/// <summary>
/// The line <c>{"type":"timeline","format":2,"seq":17}</c> with which an import file may begin, and without which it is of format 1.
/// </summary>
public static class ImportHeader
{
    /// <summary>The format that the line names; a <see cref="ProblemException"/> at once for one that this program does not know.</summary>
    public static int ReadFormat(JsonBody body, int line)
    {
        if (line > 1)
        {
            body.AddFault(
                "type",
                FaultCode.InvalidChoice,
                $"A line of the type '{ImportFormat.HeaderType}' can only be the first line of a file."
            );
        }

        var format = body.WholeNumber("format", required: true);
        body.WholeNumber("seq");
        body.RejectUnknownMembers();
        // Whatever follows in a format that is not known would only be misunderstood.
        if (format is { } number and (< 1 or > ImportFormat.Newest))
        {
            throw ProblemException.FromFaults([
                Fault.InBody(
                    "/format",
                    FaultCode.InvalidChoice,
                    $"Line {line}: this program reads the formats 1 to {ImportFormat.Newest} of import files; this one is of "
                        + $"format {number}.",
                    line
                ),
            ]);
        }

        return (int)(format ?? ImportFormat.Newest);
    }
}
