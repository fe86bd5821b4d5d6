namespace Timeline.Api.Storage;

/// <summary>A setting, or what it points at, with which the program cannot start; the message is for the person at the console.</summary>
public sealed class SettingException(string message) : Exception(message);
