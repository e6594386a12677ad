--- Compares one stated figure with what was found: the digits shown decide how exact the
-- statement is. Verdicts: agrees, rounds_to, differs (not_in_data is for the caller).
local round = require("iprcore.report.figures").round

local M = {}

-- Full-width digits and signs as their ASCII ones.
local function ascii(text)
  return (text:gsub("\239\188([\129-\163])", function(b)
    local c = b:byte() - 0x81 + 0x21
    return c <= 0x3E and string.char(c) or nil
  end))
end

-- The number as its digits show it, and how many decimals it has.
local function shown(surface)
  local digits = ascii(surface):match("%d[%d,.'’ \194\160]*%d") or ascii(surface):match("%d")
  if not digits then return nil end
  digits = digits:gsub("[^%d.,]", "")
  local whole, rest = digits:match("^([%d,]*)%.(%d+)$")
  if not whole then
    -- a comma is a decimal sign where not three digits follow it ("97,4")
    whole, rest = digits:match("^(%d+),(%d%d?)$")
  end
  if not whole then whole, rest = digits, "" end
  whole = whole:gsub("[^%d]", "")
  return tonumber(whole .. "." .. (rest ~= "" and rest or "0")), #rest
end

--- The place of the last digit shown, in the value's own unit: 1 for "1,045", 0.1 for "96.4%",
-- 1e8 for "4.1 billion"; nil where the value is written in words.
function M.step(claim)
  local surface = claim.surface or tostring(claim.value)
  local n, decimals = shown(surface)
  if not n or n == 0 then
    if surface:find("成", 1, true) then return 10 end
    return nil
  end
  local power = round(math.log(claim.value / n, 10), 0)
  if claim.value == 0 or math.abs(10.0 ^ power * n / claim.value - 1) > 1e-9 then return nil end
  return 10.0 ^ (power - decimals)
end

local function same(a, b) return math.abs(a - b) <= 1e-9 * math.max(1, math.abs(a), math.abs(b)) end

local function rounds(found, value, step)
  local digits = -round(math.log(step, 10), 0)
  return same(round(found, digits), value)
end

-- How far a value in words or with "about" may be from what it speaks of.
local function leeway(claim, step)
  if not step then
    if claim.unit == "ratio" then return claim.value < 1 and 0.025 or claim.value * 0.05 end
    return 0.5
  end
  local zeros = step
  while claim.value > 0 and same(claim.value % (zeros * 10), 0) do zeros = zeros * 10 end
  return math.max(zeros / 2, math.abs(claim.value) * 0.01)
end

local function equal_verdict(claim, found)
  local step = M.step(claim)
  if same(found, claim.value) then return "agrees" end
  if step and rounds(found, claim.value, step) then return "rounds_to" end
  if claim.comparator == "~" or not step then
    return math.abs(found - claim.value) <= leeway(claim, step) + 1e-12 and "rounds_to" or "differs"
  end
  return "differs"
end

local BOUNDS = {
  [">"] = function(found, value) return found > value end,
  [">="] = function(found, value) return found > value or same(found, value) end,
  ["<"] = function(found, value) return found < value end,
  ["<="] = function(found, value) return found < value or same(found, value) end,
}

--- The verdict on a claim (value, value_high?, comparator?, unit, surface) whose true value,
-- in the same unit, is found.
function M.of(claim, found)
  local bound = BOUNDS[claim.comparator or "="]
  if bound then
    if bound(found, claim.value) then return "agrees" end
    -- "more than 96%" of 95.8: the figure rounds to the bound but does not pass it
    return "differs"
  elseif claim.comparator == "range" and claim.value_high then
    if found >= claim.value and found <= claim.value_high then return "agrees" end
    local step = M.step(claim)
    local near = step and (rounds(found, claim.value, step) or rounds(found, claim.value_high,
      step))
    return near and "rounds_to" or "differs"
  end
  return equal_verdict(claim, found)
end

--- The values a stated figure may stand for: low, high.
function M.interval(claim)
  local step = M.step(claim)
  local half = (claim.comparator == "~" or not step) and leeway(claim, step) or step / 2
  return claim.value - half, claim.value + half
end

return M
