namespace Timeline.Api.Storage;

/// <summary>Cuts many ids into lists for statements that take several at once.</summary>
internal static class IdBatch
{
    private const int Size = 100;

    /// <summary>
    /// In order. Each list has one id or <see cref="Size"/> of them, the last repeated, so that there are no more than two texts of
    /// a statement.
    /// </summary>
    public static IEnumerable<long[]> Of(IEnumerable<long> ids) =>
        ids.Order()
            .Chunk(Size)
            .Select(batch => batch.Length == 1 ? batch : [.. batch, .. Enumerable.Repeat(batch[^1], Size - batch.Length)]);
}
