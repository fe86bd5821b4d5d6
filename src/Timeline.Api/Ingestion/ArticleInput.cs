using System.Security.Cryptography;
using System.Text;
using Timeline.Api.Domain;
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
        var (published, day) = body.Published("published");
        var (form, (text, found)) = CleanedText.FromBody(body, cancellation);
        var title = body.Text("title", 1_000, lines: false) ?? found;
        var submission = new ArticleInput(
            text,
            title,
            body.Text("publisher", 1_000),
            body.Text("agency", 1_000),
            body.Text("byline", 1_000),
            body.Text("url", 4_000),
            published,
            day,
            body.Text("language", 35) ?? "en",
            body.Choice("textRights", Vocabulary.Rights, "keep")
        )
        {
            Form = form,
        };
        if (body.Faults.Count == 0 && string.IsNullOrWhiteSpace(text))
            body.AddFault(form, "required", "Holds no text.");
        if (submission.Url is { } url)
            body.CheckAddress("url", url);
        body.RejectUnknownMembers();
        return body.Faults.Count == 0 ? submission : throw ProblemException.FromFaults(body.Faults);
    }

    /// <summary>What the article tells; a <see cref="ProblemException"/> where that is more than <see cref="ExtractionLimits"/> allow.</summary>
    public ExtractionResult Extract(CancellationToken cancellation)
    {
        var read = StatementEvents.AddTo(Extractor.Extract(Text, PublishedDay, cancellation));
        return ExtractionLimits.FindExcess(read, Text.Length) is { } detail
            ? throw ProblemException.FromFaults([Fault.InBody("/" + Form, "out_of_range", detail)])
            : read;
    }

    /// <summary>What the text begins with, as a title of at most 120 characters.</summary>
    public static string FirstLineOf(string text)
    {
        var line = text.Split('\n', 2)[0].Trim();
        return line.Length <= 120 ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[118]) ? 118 : 119), "…");
    }
}
