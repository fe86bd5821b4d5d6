using System.Security.Cryptography;
using System.Text;
using Timeline.Api.Http;
using Timeline.Api.Http.Problems;
using Timeline.Edtf;
using Timeline.Extraction;

namespace Timeline.Api.Ingestion;

/// <summary>An article as it is sent in, its text already cleaned: what every span of the answer points into.</summary>
public sealed record ArticleInput(
    string Text,
    string? Title,
    string? Publisher,
    string? Agency,
    string? Byline,
    string? Url,
    string Published,
    Day PublishedDay,
    string Language,
    string Rights
)
{
    /// <summary>The member that held it: <c>text</c>, <c>markdown</c> or <c>html</c>.</summary>
    public required string Form { get; init; }

    /// <inheritdoc cref="FirstLineOf"/>
    public string FirstLine => FirstLineOf(Text);

    /// <summary>SHA-256 of the text in UTF-8.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Reads a submission and takes its markup off, in about a second at the most; every fault of it ends the request.</summary>
    public static ArticleInput Parse(JsonBody body, CancellationToken cancellation)
    {
        var fields = body.Read<ArticleFields>();
        var (published, day) = body.ParsePublished(nameof(fields.Published), fields.Published);
        var (form, (text, titleInMarkup)) = CleanedText.FromBody(body, fields, cancellation);
        if (body.Faults.Count == 0 && string.IsNullOrWhiteSpace(text))
            body.AddFault(form, FaultCode.Required, "Holds no text.");
        if (fields.Url is { } url)
            body.CheckAddress(nameof(fields.Url), url);
        body.ThrowIfInvalid();
        return new ArticleInput(
            text,
            fields.Title ?? titleInMarkup,
            fields.Publisher,
            fields.Agency,
            fields.Byline,
            fields.Url,
            published,
            day,
            fields.Language,
            fields.TextRights
        )
        {
            Form = form,
        };
    }

    /// <summary>
    /// What is extracted from the article; a <see cref="ProblemException"/> where that is more than <see cref="ExtractionLimits"/> allow.
    /// </summary>
    public ExtractionResult Extract(CancellationToken cancellation)
    {
        var read = StatementEvents.AddTo(Extractor.Extract(Text, PublishedDay, cancellation));
        return ExtractionLimits.FindExcess(read, Text.Length) is { } detail
            ? throw ProblemException.FromFaults([Fault.InBody("/" + Form, FaultCode.OutOfRange, detail)])
            : read;
    }

    /// <summary>What the text begins with, as a title of at most 120 characters.</summary>
    public static string FirstLineOf(string text)
    {
        var line = text.Split('\n', 2)[0].Trim();
        return line.Length <= 120 ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[118]) ? 118 : 119), "…");
    }
}
