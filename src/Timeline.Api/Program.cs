using Timeline.Api.Cli;

return await CommandLine.Run(args);
