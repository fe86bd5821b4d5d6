-- Plays the lines of the file $URLS in order, round and round, and prints one line of figures (times in milliseconds).
local urls, i = {}, 0
for line in io.lines(os.getenv("URLS")) do urls[#urls + 1] = line end

function request()
  i = i % #urls + 1
  return wrk.format("GET", urls[i])
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout + errors.status
  io.write(string.format("RESULT %.1f %.3f %.3f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, failed))
end
