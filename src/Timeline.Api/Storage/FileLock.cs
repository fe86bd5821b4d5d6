using System.Security.Cryptography;

namespace Timeline.Api.Storage;

/// <summary>
/// The lock by which a server keeps others off its database file: two would each believe its own cache. The system lets go of it
/// when the program ends, however that happens; a program that ends in good order takes the file <c>….lock</c> away too.
/// </summary>
public sealed class FileLock : IDisposable
{
    private const int MostLinks = 40;
    private const int MostTries = 10;

    /// <summary>
    /// What the system answers where another holds the lock: EWOULDBLOCK of Linux and of macOS, a sharing violation of Windows.
    /// </summary>
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    /// <summary>In ticks, the time from which marks are counted: the year 1970, so that every file system can hold them.</summary>
    private static readonly long Past = DateTime.UnixEpoch.Ticks;

    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>
    /// Takes the lock until disposed; <see cref="SettingException"/> where another server has it, or where there can be none.
    /// </summary>
    public static FileLock Take(string file)
    {
        for (var tries = 1; ; tries++)
        {
            var stream = Open(file);
            // Whoever ended just now may have taken away the file that this lock is on, and a third may hold the one there now.
            if (IsAt(stream, file + ".lock"))
                return new FileLock(stream);
            stream.Dispose();
            if (tries == MostTries)
                throw Refused($"{file} is being taken and left by other Timelines; try again.");
        }
    }

    /// <summary>Takes the file away while the lock is still held, and then lets go.</summary>
    public void Dispose()
    {
        File.Delete(_file.Name);
        _file.Dispose();
    }

    private static FileStream Open(string file)
    {
        var folder = Path.GetDirectoryName(file);
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (DirectoryNotFoundException)
        {
            throw Refused($"the database does not open: there is no folder {folder}.");
        }
        catch (IOException exception) when (Held.Contains(exception.HResult))
        {
            throw Refused($"{file} is already served by another Timeline; stop it, or give this one a database of its own.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused($"the database does not open: this program cannot write {file}.lock in {folder}: {exception.Message}");
        }
    }

    /// <summary>True where the file at the path is the one that is locked: it shows the time that was just set on that.</summary>
    private static bool IsAt(FileStream locked, string path)
    {
        var mark = new DateTime(RandomNumberGenerator.GetInt32(int.MaxValue) * TimeSpan.TicksPerSecond + Past, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(locked.SafeFileHandle, mark);
        return File.GetLastWriteTimeUtc(path) == mark;
    }

    /// <summary>
    /// The path with every symbolic link on it followed, so that one file has one lock; the file itself need not be there.
    /// </summary>
    public static string RealPath(string path) => RealPath(Path.GetFullPath(path), MostLinks);

    private static string RealPath(string path, int links)
    {
        if (links == 0)
            throw Refused($"the database does not open: the symbolic links at {path} lead in a circle.");
        if (Path.GetDirectoryName(path) is not { } folder)
            return path;
        var here = Path.Combine(RealPath(folder, links), Path.GetFileName(path));
        return Link(here) is { } target ? RealPath(target, links - 1) : here;
    }

    private static SettingException Refused(string reason) => new("ConnectionStrings__Timeline: " + reason);

    private static string? Link(string path)
    {
        try
        {
            return new FileInfo(path).ResolveLinkTarget(returnFinalTarget: false)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // There is nothing at the path, or nothing that may be seen: no link to follow.
            return null;
        }
    }
}
