--- An audit as JSON lines: one a claim in text order, then one a finding inside the report.
-- Spans are 0-based half-open bytes.
local json = require "iprcore.json"

local M = {}

local claim = json.shape { "key", "period", "claimed", "found", "verdict", "start", "end",
  "direction?" }
local finding = json.shape { "check", "detail", "start", "end", "ok" }

--- The lines, with a final line end.
function M.render(result)
  local out = {}
  for _, c in ipairs(result.claims) do
    out[#out + 1] = json.encode(claim { key = c.key, period = c.period, claimed = c.claimed,
      found = c.found, verdict = c.verdict, start = c.first - 1, ["end"] = c.last,
      direction = c.direction })
  end
  for _, f in ipairs(result.findings) do
    out[#out + 1] = json.encode(finding { check = f.check, detail = f.detail,
      start = f.first - 1, ["end"] = f.last, ok = f.ok })
  end
  out[#out + 1] = ""
  return table.concat(out, "\n")
end

return M
