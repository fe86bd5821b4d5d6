using Timeline.Api.Http.Problems;
using Timeline.Api.Keys;

namespace Timeline.Api.Http;

/// <summary>Who sent the request: anyone, or the holder of a key.</summary>
public sealed record Caller(AccessKey? Key)
{
    /// <summary>Whoever sends no key.</summary>
    public static Caller Anonymous { get; } = new((AccessKey?)null);

    /// <summary>How the change log names the caller.</summary>
    public string Name => Key is null ? "anyone" : $"key:{Key.Id}";

    /// <summary>The caller of this request, as the authentication before its handler found it.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? Anonymous;

    /// <summary>
    /// True where the key has the scope or a higher one: <c>admin</c> includes <c>review</c>, which includes <c>write</c>.
    /// </summary>
    public bool HasScope(string scope) => Key is not null && Key.Scopes.Any(held => AccessKeys.RankOf(held) >= AccessKeys.RankOf(scope));

    /// <summary>
    /// 401 without a key, 403 with one that lacks the scope. For what hangs on the request; the scope that a route always takes is
    /// declared with <see cref="RouteDeclarations.RequireKey"/>.
    /// </summary>
    public void RequireScope(string scope)
    {
        if (Key is null)
            throw ProblemCatalogue.Unauthorized.With("This takes a key: 'Authorization: Bearer tl_…'.");
        if (!HasScope(scope))
        {
            var held = string.Join(", ", Key.Scopes);
            throw ProblemCatalogue.ScopeMissing.With($"This takes a key with the scope '{scope}'; this one has: {held}.");
        }
    }
}
