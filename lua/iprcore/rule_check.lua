--- What can be said of a rule set without any feed: conditions that can never be true, rules
-- and actions that can never come about, examples that do not hold, state kept between listings.
-- check(set) returns an array of { rule?, line?, path?, message }.
local text_of = require("iprcore.cond").text

local M = {}

local LOWER = { above = true, at_least = true, equals = true, between = true }
local UPPER = { below = true, at_most = true, equals = true, between = true }

-- What a leaf is about: field and part as it prints, without its verb.
local function subject(t)
  return (text_of(t):gsub(":%a[%w_]*%(.*$", ""))
end

local function bounds_of(t)
  local low, high = -math.huge, math.huge
  if LOWER[t.op] then low = t.a end
  if UPPER[t.op] then high = t.op == "between" and t.b or t.a end
  return low, high, t.op == "above", t.op == "below"
end

-- All leaves that must hold for t to be true, with those below ~ marked.
local function required(t, out)
  if t.op == "all" then
    for _, p in ipairs(t.parts) do required(p, out) end
  else
    out[#out + 1] = t
  end
  return out
end

local function contradiction_of_numbers(leaves)
  local ranges = {}
  for _, t in ipairs(leaves) do
    if t.a and (LOWER[t.op] or UPPER[t.op]) and not t.texts then
      local low, high, open_low, open_high = bounds_of(t)
      local key = subject(t)
      local r = ranges[key] or { low = -math.huge, high = math.huge }
      if low > r.low or low == r.low and open_low then
        r.low, r.open_low, r.by_low = low, open_low, t
      end
      if high < r.high or high == r.high and open_high then
        r.high, r.open_high, r.by_high = high, open_high, t
      end
      if r.low > r.high or r.low == r.high and (r.open_low or r.open_high) then
        return ("%s and %s contradict each other"):format(text_of(r.by_low), text_of(r.by_high))
      end
      ranges[key] = r
    end
  end
end

local function contradiction_of_others(leaves)
  local is, seen = {}, {}
  for _, t in ipairs(leaves) do
    local key = subject(t)
    if t.op == "is" then
      local text = t.texts[1]:lower()
      if is[key] and is[key].texts[1]:lower() ~= text then
        return ("%s and %s contradict each other"):format(text_of(is[key]), text_of(t))
      end
      is[key] = t
    end
    seen[text_of(t)] = t
  end
  for _, t in ipairs(leaves) do
    local other = t.op == "none" and text_of(t.parts[1]) or t.op == "missing" and nil
    if other and seen[other] then
      return ("%s and %s contradict each other"):format(other, text_of(t))
    end
    if t.op == "missing" then
      for _, u in ipairs(leaves) do
        if u ~= t and u.op ~= "none" and u.parts == nil and u.field and subject(u) == subject(t)
            and u.op ~= "missing" then
          return ("%s and %s contradict each other"):format(text_of(t), text_of(u))
        end
      end
    end
  end
end

-- Why t can never be true, or nil.
local function never(t)
  if t.op == "any" then
    if #t.parts == 0 then return "it asks for one of nothing" end
    for _, p in ipairs(t.parts) do
      if not never(p) then return nil end
    end
    return "none of its parts can be true"
  elseif t.op == "none" then
    local part = t.parts[1]
    return part.op == "all" and #part.parts == 0 and "it denies what is always true" or nil
  elseif t.op ~= "all" then
    return nil
  end
  for _, p in ipairs(t.parts) do
    local why = never(p)
    if why then return why end
  end
  local leaves = required(t, {})
  return contradiction_of_numbers(leaves) or contradiction_of_others(leaves)
end
M.never = never

-- A part of an `any` that can never be true, anywhere in t.
local function dead_part(t)
  if t.op == "any" then
    for _, p in ipairs(t.parts) do
      local why = never(p)
      if why then return p, why end
    end
  end
  for _, p in ipairs(t.parts or {}) do
    local part, why = dead_part(p)
    if part then return part, why end
  end
end

local function check_conditions(r, say)
  local why = r.when.op ~= "call" and never(r.when)
  if why then
    say(r, "can never fire: " .. why)
  elseif r.when.op ~= "call" then
    local part, reason = dead_part(r.when)
    if part then say(r, ("%s can never be true: %s"):format(text_of(part), reason)) end
  end
  if r.unless and r.unless.op ~= "call" then
    local dead = never(r.unless)
    if dead then say(r, "its `unless` can never be true: " .. dead) end
    if text_of(r.unless) == text_of(r.when) then
      say(r, "can never fire: `unless` says the same as `when`")
    end
  end
  if r.weight == 0 and r.force == "" and not r.allow and r.suspects == "counterfeit" then
    say(r, "has no weight and neither forces nor allows anything")
  end
end

-- The highest score that rules, caps and ceiling allow, and groups that can speak.
local function reach(set)
  local sums, caps, groups, most = {}, {}, {}, 0
  for _, g in ipairs(set.groups) do caps[g.name] = g.max end
  for _, r in ipairs(set.rules) do
    if r.suspects == "counterfeit" and r.weight > 0 then
      sums[r.group] = (sums[r.group] or 0) + r.weight
      if not r.composite then groups[r.group] = true end
    end
  end
  for name, sum in pairs(sums) do most = most + math.min(sum, caps[name] or sum) end
  if set.max_score and set.max_score > 0 then most = math.min(most, set.max_score) end
  return most, groups
end

local function check_actions(set, say)
  local most, groups = reach(set)
  local forced, n = {}, 0
  for _, r in ipairs(set.rules) do forced[r.force] = true end
  for _ in pairs(groups) do n = n + 1 end
  for _, a in ipairs(set.actions or {}) do
    local what = ("action %q can never be proposed: "):format(a.name)
    local listed = #a.one_of == 0
    for _, g in ipairs(a.one_of) do listed = listed or groups[g] or false end
    if forced[a.name] then
      listed = true
    elseif a.at > most then
      say(nil, what .. ("it needs %.14g and the rules reach %.14g")
        :format(a.at / 1000, most / 1000))
    elseif a.groups > n then
      say(nil, what .. ("it needs %d groups and there are %d"):format(a.groups, n))
    end
    if not listed then say(nil, what .. "no rule is in one of the groups it asks for") end
  end
end

--- Problems of a checked rule set (rules.load(…).set).
function M.check(set)
  local out = {}
  local function say(r, message)
    out[#out + 1] = { rule = r and r.name, path = r and r.path, line = r and r.line,
      message = message }
  end
  for _, r in ipairs(set.rules) do check_conditions(r, say) end
  check_actions(set, say)
  return out
end

local function outcome_of(scorer, listing, name)
  for _, row in ipairs(scorer:score(listing):explain():rows()) do
    if row.rule == name then return row end
  end
end

local function brief(listing)
  local names, out = {}, {}
  for name in pairs(listing) do names[#names + 1] = tostring(name) end
  table.sort(names)
  for i, name in ipairs(names) do out[i] = ("%s = %q"):format(name, tostring(listing[name])) end
  return "{ " .. table.concat(out, ", ") .. " }"
end

--- Examples that do not hold, as problems.
function M.examples(scorer, set)
  local out = {}
  for _, r in ipairs(set.rules) do
    for _, kind in ipairs { "hits", "misses" } do
      for _, listing in ipairs(r.examples and r.examples[kind] or {}) do
        local row = outcome_of(scorer, listing, r.name)
        if row.outcome == "failed" or (row.outcome == "fired") ~= (kind == "hits") then
          out[#out + 1] = { rule = r.name, path = r.path, line = r.line,
            message = ("the example %s should %s: %s (%s)"):format(brief(listing),
              kind == "hits" and "hit" or "miss", row.outcome, row.because) }
        end
      end
    end
  end
  return out
end

--- Functions that fail on a listing of which nothing is known, as problems: feeds are full of
-- holes, and a function that fails sends a listing to a person.
function M.holes(scorer, set)
  local out = {}
  for i, row in ipairs(scorer:score({}):explain():rows()) do
    if row.outcome == "failed" then
      out[#out + 1] = { rule = row.rule, path = set.rules[i].path, line = set.rules[i].line,
        message = ("fails where every field is missing: %s"):format(row.because) }
    end
  end
  return out
end

--- All examples of a set, as a sample.
function M.sample(set)
  local out = {}
  for _, r in ipairs(set.rules) do
    for _, kind in ipairs { "hits", "misses" } do
      for _, listing in ipairs(r.examples and r.examples[kind] or {}) do out[#out + 1] = listing end
    end
  end
  return out
end

-- Orders and workers in which a sample must get the same answers.
local RUNS = {
  { says = "in order", workers = 1 },
  { says = "in the other order", workers = 1, backwards = true },
  { says = "on two workers", workers = 2 },
  { says = "on two workers in the other order", workers = 2, backwards = true },
}

-- What every rule said of every listing. The workers are scorers of their own that take turns.
local function answers(make, sample, run)
  local workers, out, n = {}, {}, #sample
  for k = 1, run.workers do workers[k] = make() end
  for k = 1, n do
    local i = run.backwards and n + 1 - k or k
    out[i] = workers[k % run.workers + 1]:score(sample[i]):explain():rows()
  end
  return out
end

--- Rules that answer differently with other listings around: they keep something between
-- listings. make(): a new scorer, with the rules in a state of its own.
function M.state(make, sample)
  local out, seen, first = {}, {}, answers(make, sample, RUNS[1])
  for r = 2, #RUNS do
    for i, rows in ipairs(answers(make, sample, RUNS[r])) do
      for k, row in ipairs(rows) do
        local other = first[i][k]
        if not seen[row.rule] and (row.outcome ~= other.outcome or row.strength ~= other.strength
            or row.because ~= other.because) then
          seen[row.rule] = true
          out[#out + 1] = { rule = row.rule, message = ("keeps something between listings: %s "
            .. "was %s (%s) %s and %s (%s) %s"):format(brief(sample[i]), other.outcome,
              other.because, RUNS[1].says, row.outcome, row.because, RUNS[r].says) }
        end
      end
    end
  end
  return out
end

return M
