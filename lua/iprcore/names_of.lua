--- The keys of a table as texts, in their order: for checks and messages, which go over a table the
-- same way each time. Runs in rule files' states too.
return function(t)
  local out = {}
  for k in pairs(t) do out[#out + 1] = tostring(k) end
  table.sort(out)
  return out
end
