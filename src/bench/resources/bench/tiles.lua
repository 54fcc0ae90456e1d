-- For wrk: asks for the lines of a file in turn; each thread takes its share of them.
-- A line is a path and, after a tab, the ETag that the client has of it, if any.
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  requests, at = {}, 0
  local line_number, step = 0, tonumber(args[2])
  for line in io.lines(args[1]) do
    if line_number % step == number then
      local path, etag = line:match("^([^\t]+)\t?(.*)$")
      local headers = { ["Accept-Encoding"] = "gzip" }
      if etag ~= "" then headers["If-None-Match"] = etag end
      requests[#requests + 1] = wrk.format("GET", path, headers)
    end
    line_number = line_number + 1
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("result requests=%d micros=%d bytes=%d p50=%d p99=%d errors=%d\n",
    summary.requests, summary.duration, summary.bytes, latency:percentile(50),
    latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
