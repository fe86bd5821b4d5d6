using Timeline.Api.Http.Problems;
using Timeline.Api.Keys;
using Timeline.Api.Storage;

namespace Timeline.Api.Http;

/// <summary>Who asks: everyone, or the holder of a key.</summary>
public sealed record Caller(AccessKey? Key)
{
    /// <summary>How the change log names the caller.</summary>
    public string Name => Key is null ? "anyone" : $"key:{Key.Id}";

    /// <summary>True where the key has the scope, or one that includes it: <c>admin</c> includes <c>review</c>, which includes <c>write</c>.</summary>
    public bool HasScope(string scope) => Key is not null && Key.Scopes.Any(held => AccessKeys.RankOf(held) >= AccessKeys.RankOf(scope));

    /// <summary>Reads <c>Authorization: Bearer tl_…</c>; a problem 401 where there is one that is not in force.</summary>
    public static async Task<Caller> Authenticate(HttpContext http)
    {
        if (http.Request.Headers.Authorization.ToString() is not { Length: > 0 } header)
            return new Caller((AccessKey?)null);
        var store = http.RequestServices.GetRequiredService<Store>();
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        const string scheme = "Bearer ";
        var key = header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            ? await store.Read(snapshot => AccessKeys.Find(snapshot, header[scheme.Length..].Trim(), now), http.RequestAborted)
            : null;
        return key is null ? throw Unauthorized("The key is malformed, unknown, revoked or expired.") : new Caller(key);
    }

    /// <summary>The caller, who must have the scope: else 401 without a key, 403 with one that lacks it.</summary>
    public static async Task<Caller> AuthenticateWithScope(HttpContext http, string scope)
    {
        var caller = await Authenticate(http);
        caller.RequireScope(scope);
        return caller;
    }

    /// <inheritdoc cref="AuthenticateWithScope"/>
    public void RequireScope(string scope)
    {
        if (Key is null)
            throw Unauthorized("This takes a key: 'Authorization: Bearer tl_…'.");
        if (!HasScope(scope))
        {
            throw new ProblemException(403, "scope_missing", "Scope missing")
            {
                Detail = $"This takes a key with the scope '{scope}'; yours has: {string.Join(", ", Key.Scopes)}.",
            };
        }
    }

    private static ProblemException Unauthorized(string detail) => new(401, "unauthorized", "Unauthorized") { Detail = detail };
}
