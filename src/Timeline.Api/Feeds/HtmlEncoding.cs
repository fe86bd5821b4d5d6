using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Timeline.Api.Feeds;

/// <summary>Text for members that their reader takes as HTML.</summary>
public static class HtmlEncoding
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text so that a browser shows it as it is and runs nothing of it.</summary>
    public static string Encode(string text) => Encoder.Encode(text);
}
