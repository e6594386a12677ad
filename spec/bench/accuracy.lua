-- `make bench-accuracy`: how right the product is on the measuring data beside it.
-- A section is { name, module }; the module returns function(print_line) and prints its figures
-- with their targets. Sections whose data is missing say so.
local SECTIONS = {
  { "brands: the obfuscated set", "spec.bench.accuracy_brands" },
  { "brands: ordinary writing", "spec.bench.accuracy_ordinary" },
  { "evidence: spans", "spec.bench.accuracy_evidence" },
  { "listings: the standard packs", "spec.bench.accuracy_listings" },
}

package.path = "lua/?.lua;lua/?/init.lua;./?.lua;" .. package.path
local build = os.getenv("IPR_BUILD") or "build/5.4"
package.cpath = build .. "/?.so;" .. package.cpath

local only = arg and arg[1]
for _, section in ipairs(SECTIONS) do
  if not only or section[1]:find(only, 1, true) then
    print("\n== " .. section[1])
    require(section[2])(print)
  end
end
