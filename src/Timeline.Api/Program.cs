using Timeline.Api.Commands;

return await CommandLine.Run(args);
