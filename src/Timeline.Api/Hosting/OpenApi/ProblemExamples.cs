using Timeline.Api.Http;
using Timeline.Api.Http.Problems;

namespace Timeline.Api.Hosting.OpenApi;

/// <summary>Problems as the document shows them.</summary>
public static class ProblemExamples
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string Tag = "\"5f0c1d\"";

    /// <summary>A problem of this status that an endpoint with these parameters can end with.</summary>
    public static ProblemDocument For(int status, IReadOnlyList<QueryParameter> parameters) =>
        ProblemDocument.Create(status == 400 ? Invalid(parameters) : OfStatus(status), TraceId);

    private static ProblemException OfStatus(int status)
    {
        var kind = ProblemCatalogue.All.First(kind => kind.Status == status);
        return new ProblemException(kind)
        {
            Detail = kind.PlainMeaning,
            CurrentETag = kind == ProblemCatalogue.PreconditionFailed ? Tag : null,
        };
    }

    private static ProblemException Invalid(IReadOnlyList<QueryParameter> parameters)
    {
        var hasLimit = parameters.Any(parameter => parameter.Name == "limit");
        return ProblemException.FromFaults([
            hasLimit
                ? Fault.InQuery("limit", FaultCode.OutOfRange, "Must be 1 to 500; got 0.")
                : Fault.InQuery("colour", FaultCode.UnknownParameter, "There is no parameter 'colour' here."),
        ]);
    }
}
