using Timeline.Api.Commands;

return await Serve.Run(args);
