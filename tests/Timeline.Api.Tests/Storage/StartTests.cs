using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Timeline.Api.Hosting;
using Timeline.Api.Storage;
using Timeline.Api.Tests.Running;

namespace Timeline.Api.Tests.Storage;

/// <summary>A database that cannot be served stops the start with one sentence that says why.</summary>
public class StartTests(Databases databases)
{
    private const string Opening = "ConnectionStrings__Timeline: the database does not open: ";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_no_database_is_not_opened(bool serve) =>
        Refused("{0} is not a SQLite database.", serve, file => File.WriteAllText(file, new string('x', 5000)));

    [Fact]
    public void A_folder_is_not_opened() => Refused("{0} is a folder.", true, file => Directory.CreateDirectory(file));

    [Fact]
    public void A_file_in_no_folder_is_not_opened()
    {
        Refused("there is no folder {1}.", true, file => Directory.Delete(Path.GetDirectoryName(file)!));
        Refused("there is no folder {1}.", false, file => Directory.Delete(Path.GetDirectoryName(file)!));
    }

    [Fact]
    public void A_damaged_database_is_not_opened() =>
        Refused(
            "{0} is damaged. Restore it from a backup.",
            true,
            file =>
            {
                Make(file);
                using var stream = File.OpenWrite(file);
                stream.Position = 100;
                stream.Write(Enumerable.Repeat((byte)'?', (int)stream.Length - 100).ToArray());
            }
        );

    [Fact]
    public void A_database_that_is_only_to_be_read_is_not_opened() =>
        Refused("this program may not write {0}, or not its folder.", true, Make, ";Mode=ReadOnly");

    [Fact]
    public void A_database_that_another_program_holds_is_not_opened()
    {
        SqliteConnection? holder = null;
        Refused(
            "{0} is locked by another program.",
            true,
            file =>
            {
                Make(file);
                holder = new SqliteConnection($"Data Source={file};Pooling=false");
                holder.Open();
                using var command = holder.CreateCommand();
                command.CommandText = "begin immediate";
                command.ExecuteNonQuery();
            }
        );
        holder!.Dispose();
    }

    /// <summary>As a user who may not; what another may do, root may too, so root runs the program as another.</summary>
    [Theory]
    [InlineData("chmod 444 {1}/timeline.db", "this program may not write {0}, or not its folder.")]
    [InlineData("chmod 000 {1}/timeline.db", "this program may not read and write {0} and its folder.")]
    [InlineData("chmod 555 {1}", "this program cannot write {0}.lock in {1}: ")]
    [InlineData("chmod 000 {1}", "this program cannot write {0}.lock in {1}: ")]
    public async Task What_the_user_may_not_write_ends_the_program_with_one_sentence(string change, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("timeline-").FullName;
        var file = Path.Combine(folder, "timeline.db");
        Make(file);
        var arguments = TimelineProcess.Arguments($"Data Source={file}");
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", "dotnet", .. arguments])
            : new ProcessStartInfo("dotnet", arguments);
        Shell(Environment.IsPrivilegedProcess ? $"chown -R 65534:65534 {folder}" : "true");
        Shell(string.Format(change, file, folder));

        var error = await Ended(start);

        Assert.StartsWith(Opening + string.Format(sentence, file, folder), error, StringComparison.Ordinal);
        Shell($"chmod -R u+rwX {folder}; rm -r {folder}");
    }

    [Fact]
    public async Task A_disk_that_is_only_to_be_read_ends_the_program_with_a_sentence_that_says_so()
    {
        if (TimelineProcess.CannotMount is { } reason)
            Assert.Skip(reason);
        var folder = Directory.CreateTempSubdirectory("timeline-").FullName;

        var arguments = TimelineProcess.Arguments($"Data Source={folder}/timeline.db");

        var error = await Ended(TimelineProcess.Mounting("ro", folder, "true", "dotnet", arguments));

        Assert.StartsWith(
            $"{Opening}this program cannot write {folder}/timeline.db.lock in {folder}: Read-only file system",
            error,
            StringComparison.Ordinal
        );
        Directory.Delete(folder);
    }

    [Fact]
    public async Task A_disk_without_room_ends_the_program_with_a_sentence_that_says_so()
    {
        if (TimelineProcess.CannotMount is { } reason)
            Assert.Skip(reason);
        var folder = Directory.CreateTempSubdirectory("timeline-").FullName;

        var arguments = TimelineProcess.Arguments($"Data Source={folder}/timeline.db");

        var error = await Ended(TimelineProcess.Mounting("size=200k", folder, "true", "dotnet", arguments));

        Assert.StartsWith($"{Opening}the disk of {folder}/timeline.db is full.", error, StringComparison.Ordinal);
        Directory.Delete(folder);
    }

    [Theory]
    [OnEveryDatabase]
    public async Task Programs_that_start_at_once_on_an_empty_database_make_its_tables_once(DatabaseKind kind)
    {
        var (database, forget) = databases.Create(kind);
        using var together = new Barrier(4);

        var ids = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            together.SignalAndWait();
                            using var store = Store.Open(
                                new Settings { ConnectionString = database }.ToStoreOptions(),
                                TimeProvider.System,
                                serve: false
                            );
                            return store.Read(snapshot => snapshot.State.Database).Result;
                        },
                        TaskCreationOptions.LongRunning
                    )
                )
        );

        Assert.Single(ids.Distinct());
        forget();
    }

    /// <param name="sentence">With <c>{0}</c> for the file and <c>{1}</c> for its folder.</param>
    private void Refused(string sentence, bool serve, Action<string> prepare, string more = "")
    {
        var (database, _) = databases.Create(DatabaseKind.Sqlite);
        var file = new SqliteConnectionStringBuilder(database).DataSource;
        prepare(file);

        var settings = new Settings { ConnectionString = database + more, WriteDeadline = 0.1 };

        var refused = Assert.Throws<SettingException>(() => Store.Open(settings.ToStoreOptions(), TimeProvider.System, serve));

        Assert.Equal(Opening + string.Format(sentence, file, Path.GetDirectoryName(file)), refused.Message);
    }

    private static void Make(string file) =>
        Store.Open(new Settings { ConnectionString = $"Data Source={file}" }.ToStoreOptions(), TimeProvider.System, serve: false).Dispose();

    /// <summary>What a program that ends with exit code 2 says on its way, in one line.</summary>
    private static async Task<string> Ended(ProcessStartInfo start)
    {
        (start.RedirectStandardError, start.RedirectStandardOutput) = (true, true);
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var error = await program.StandardError.ReadToEndAsync();
        await output;
        await program.WaitForExitAsync();
        Assert.Equal((2, 1), (program.ExitCode, error.Trim().Split('\n').Length));
        return error;
    }

    private static void Shell(string command)
    {
        using var shell = Process.Start("sh", ["-c", command])!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
