--- each(firsts, seconds): every phrase of one "|" list before every phrase of another, for the word
-- lists of packs: "take|pull" and "down|off" give "take down|take off|pull down|pull off".
return function(firsts, seconds)
  local out = {}
  for first in firsts:gmatch("[^|]+") do
    for second in seconds:gmatch("[^|]+") do out[#out + 1] = first .. " " .. second end
  end
  return table.concat(out, "|")
end
