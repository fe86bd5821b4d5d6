namespace Timeline.Api.Storage;

/// <summary>No answer by the deadline; the caller may try again.</summary>
public sealed class BusyException() : Exception("The database is busy, and was not free by the deadline.");

/// <summary>The disk is full: nothing was written, reading goes on.</summary>
public sealed class StorageFullException() : Exception("The disk of the database is full.");

/// <summary>The database cannot be reached, read or written; the reason is for the operator, not for clients.</summary>
public sealed class UnavailableException(string reason) : Exception($"The database is not available: {reason}");
