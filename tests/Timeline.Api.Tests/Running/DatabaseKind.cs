namespace Timeline.Api.Tests.Running;

/// <summary>The databases that the program runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
