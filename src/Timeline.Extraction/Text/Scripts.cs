namespace Timeline.Extraction.Text;

/// <summary>Scripts other than the Latin one, and the language that a text in one of them is most likely in.</summary>
internal static class Scripts
{
    private static readonly (char First, char Last, string Code, string Name)[] Ranges =
    [
        ('\u0370', '\u03FF', "el", "Greek"),
        ('\u0400', '\u052F', "ru", "Russian"),
        ('\u0590', '\u05FF', "he", "Hebrew"),
        ('\u0600', '\u06FF', "ar", "Arabic"),
        ('\u0900', '\u097F', "hi", "Hindi"),
        ('\u0980', '\u09FF', "bn", "Bengali"),
        ('\u0E00', '\u0E7F', "th", "Thai"),
        ('\u10A0', '\u10FF', "ka", "Georgian"),
        ('\u3040', '\u30FF', "ja", "Japanese"),
        ('\u4E00', '\u9FFF', "zh", "Chinese"),
        ('\uAC00', '\uD7AF', "ko", "Korean"),
    ];

    /// <summary>How many scripts are told apart.</summary>
    public static int Count => Ranges.Length;

    /// <summary>Which script a letter belongs to; -1 for Latin and all others.</summary>
    public static int IndexOf(char letter)
    {
        if (letter < Ranges[0].First)
            return -1;
        for (var i = 0; i < Ranges.Length; i++)
        {
            if (letter >= Ranges[i].First && letter <= Ranges[i].Last)
                return i;
        }

        return -1;
    }

    /// <summary>The language of a text with so many letters of each script.</summary>
    public static ForeignLanguage LanguageOf(int[] letters, string text)
    {
        var found = Ranges[Array.IndexOf(letters, letters.Max())];
        // Japanese writes nouns in Chinese characters; letters that Russian lacks are Ukrainian, and those that Arabic lacks Persian.
        return found.Code switch
        {
            "zh" when text.AsSpan().ContainsAnyInRange('\u3040', '\u30FF') => new("ja", "Japanese"),
            "ru" when text.AsSpan().ContainsAny("іїєґ") => new("uk", "Ukrainian"),
            "ar" when text.AsSpan().ContainsAny("پچژگ") => new("fa", "Persian"),
            _ => new(found.Code, found.Name),
        };
    }
}
