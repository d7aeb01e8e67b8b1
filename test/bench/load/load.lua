-- Asks the prepared requests one after another, over and over, and counts what is no answer: any status but the expected
-- one, and errors inside a 200. Every thread begins at another place.
local requests, n = {}, 0
local threads = {}
expected, wrong = 200, 0

function setup(thread)
  thread:set("place", #threads)
  table.insert(threads, thread)
end

function init(args)
  expected = tonumber(args[2])
  local file = assert(io.open(args[1], "rb"))
  while true do
    local length = file:read("*n")
    if not length then break end
    file:read(1)
    table.insert(requests, file:read(length))
  end
  file:close()
  n = place * 997
end

function request()
  n = n % #requests + 1
  return requests[n]
end

function response(status, _, body)
  if status ~= expected or body:find('"errors":', 1, true) then wrong = wrong + 1 end
end

function done(summary, latency)
  local errors = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  for _, thread in ipairs(threads) do errors = errors + thread:get("wrong") end
  print(string.format('RESULT {"requests":%d,"seconds":%.6f,"p50":%.4f,"p99":%.4f,"errors":%d}',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, errors))
end
