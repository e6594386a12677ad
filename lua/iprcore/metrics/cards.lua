--- Figures set as cards: a number alone in its block with its words in the block beside it, both
-- in one container. Number and words are joined to one sentence, but only where the tags leave
-- no doubt which words are the number's: it must be the container's first or last text.
local M = {}

local SCALES = { k = true, m = true, bn = true, b = true, mn = true, thousand = true,
  million = true, billion = true, trillion = true }

-- Bytes of block i, or nil where they are too many to be a number or its words.
local function text_of(blocks, i, out, most)
  local last = blocks[i + 1] and blocks[i + 1].sep - 1 or out.n
  local parts, n = {}, 0
  for p = blocks[i].first, last do
    parts[#parts + 1] = out:piece(p)
    n = n + #parts[#parts]
    if n > most then return nil end
  end
  return table.concat(parts)
end

local SIGNS = { "€", "£", "¥", "￥", "≈", "％", "万", "亿" }

-- A number with nothing but its signs, currency and scale: "> 4,125", "USD 3.2 million", "96%".
local function is_number(text)
  if not text then return false end
  text = text:gsub("\u{A0}", " ")
  for _, sign in ipairs(SIGNS) do text = text:gsub(sign, " ") end
  local number, scale = text:match("^[<>~$+%s]*%u?%u?%u?%s*[$]?%s*(%d[%d., ]*)[%%+%s]*(%a*)%+?%s*$")
  return number ~= nil and (scale == "" or SCALES[scale:lower()] == true)
end

local function is_label(text)
  return text and text:find("[%a\x80-\xFF]") and not text:find("^[-|] ") and not is_number(text)
end

--- Joins the blocks of cards by changing what stands between them.
function M.join(blocks, out)
  local i = 1
  while i < #blocks do
    local a, b, c = blocks[i], blocks[i + 1], blocks[i + 2]
    local joined
    if a.opens >= 2 and b.drop <= 1 and b.opens <= 1 then
      local first, second = text_of(blocks, i, out, 80), text_of(blocks, i + 1, out, 300)
      if is_number(first) and is_label(second) then
        joined = " "
      elseif is_label(first) and #first <= 60 and not first:find("[.:!?]$") and is_number(second)
        and (not c or c.drop >= 2) then
        joined = ": "
      end
    end
    if joined and b.sep > 0 then
      out.said[b.sep] = joined
      i = i + 1
    end
    i = i + 1
  end
end

return M
