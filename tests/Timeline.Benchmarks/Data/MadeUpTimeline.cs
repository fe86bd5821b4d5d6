using Timeline.Edtf;

namespace Timeline.Benchmarks.Data;

/// <summary>An event that was made up: its date, its words and who has a part in it.</summary>
/// <param name="Actors">Numbers from 1.</param>
/// <param name="Article">A number from 1.</param>
public sealed record MadeUpEvent(EdtfDate Date, string Title, string Summary, IReadOnlyList<int> Actors, int Article);

/// <summary>
/// A timeline of any size, the same at each run: 70 % days, 15 % months, 10 % years, 5 % stretches of years from 1900 to the middle of
/// 2026, skewed to the recent (mean age 20 years); one to four actors each, Zipf over 5,000; titles of about 60 and summaries of
/// about 200 characters from 8,000 pseudo-words, Zipf too. In the order of time.
/// </summary>
public sealed class MadeUpTimeline
{
    public const int Actors = 5_000;
    public const int Articles = 1_000;
    private const int Seed = 20_260_101;
    private const double MeanAge = 20 * 365.25;
    private static readonly Day First = Day.FromYearMonthDay(1900, 1, 1);
    private static readonly Day Last = Day.FromYearMonthDay(2026, 6, 30);
    private readonly int _count;
    private readonly string[] _words;
    private readonly Zipf _word;
    private readonly Zipf _actor = new(Actors, 1.0);

    public MadeUpTimeline(int events)
    {
        _count = events;
        var random = new Random(Seed);
        _words = [.. Enumerable.Range(0, 8_000).Select(_ => PseudoWord(random))];
        _word = new Zipf(_words.Length, 0.9);
    }

    /// <summary>A word that some of the events hold, a few of them commonly and most rarely.</summary>
    public string Word(Random random) => _words[_word.Next(random)];

    /// <summary>An actor's number: the logarithm of its rank is even, so that the common and the rare come up alike.</summary>
    public static int SomeActor(Random random) => (int)Math.Exp(random.NextDouble() * Math.Log(Actors));

    public IEnumerable<MadeUpEvent> Events()
    {
        var random = new Random(Seed + 1);
        var dates = new List<EdtfDate>(_count);
        for (var i = 0; i < _count; i++)
            dates.Add(SomeDate(random));
        foreach (var date in dates.OrderBy(date => date.Earliest!.Value.Number).ThenBy(date => date.Latest!.Value.Number))
        {
            var actors = new SortedSet<int>();
            for (var parts = 1 + random.Next(4); parts > 0; parts--)
                actors.Add(_actor.Next(random) + 1);
            var (title, summary) = (Text(random, 50 + random.Next(16)), Text(random, 170 + random.Next(50)));
            yield return new MadeUpEvent(date, title, summary, [.. actors], 1 + random.Next(Articles));
        }
    }

    private static EdtfDate SomeDate(Random random)
    {
        var span = Last.Number - First.Number;
        var tail = 1 - Math.Exp(-span / MeanAge);
        var age = Math.Min(span, (long)(-MeanAge * Math.Log(1 - random.NextDouble() * tail)));
        var day = new Day(Last.Number - age);
        return random.NextDouble() switch
        {
            < 0.70 => EdtfDate.OfDay(day),
            < 0.85 => EdtfDate.OfMonth(day.Year, day.Month),
            < 0.95 => EdtfDate.OfYear(day.Year),
            _ => EdtfDate.Parse($"{day.Year}/{day.Year + 1 + random.Next(random.Next(10) == 0 ? 30 : 10)}"),
        };
    }

    private string Text(Random random, int length)
    {
        var text = new System.Text.StringBuilder(Word(random));
        while (text.Length < length)
            text.Append(' ').Append(Word(random));
        text[0] = char.ToUpperInvariant(text[0]);
        return text.ToString();
    }

    private static string PseudoWord(Random random)
    {
        const string consonants = "bcdfghjklmnprstvz";
        const string vowels = "aeiou";
        var syllables = Enumerable
            .Range(0, 2 + random.Next(3))
            .Select(_ => $"{consonants[random.Next(consonants.Length)]}{vowels[random.Next(vowels.Length)]}");
        return string.Concat(syllables);
    }

    /// <summary>Numbers from 0, each as likely as its rank to the power of minus the exponent.</summary>
    private sealed class Zipf
    {
        private readonly double[] _cumulated;

        public Zipf(int count, double exponent)
        {
            _cumulated = new double[count];
            var total = 0.0;
            for (var i = 0; i < count; i++)
                _cumulated[i] = total += 1 / Math.Pow(i + 1, exponent);
        }

        public int Next(Random random)
        {
            var found = Array.BinarySearch(_cumulated, random.NextDouble() * _cumulated[^1]);
            return Math.Min(found < 0 ? ~found : found, _cumulated.Length - 1);
        }
    }
}
