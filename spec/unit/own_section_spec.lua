-- The example an analyst starts from, run as a user would.
describe("lua/examples/own_section.lua", function()
  it("writes a report with an own section, own terms and an own order", function()
    local figures = os.tmpname() .. ".jsonl"
    local out = os.tmpname() .. ".txt"
    local f = assert(io.open(figures, "w"))
    for month = 1, 12 do
      f:write(('{"key":"handbags_removed","period":"2019-%02d","value":%d,"unit":"count"}\n')
        :format(month, 100 + month))
    end
    f:write('{"key":"handbags_removed","period":"2018","value":900,"unit":"count"}\n')
    f:write('{"key":"handbags_removed","period":"2019","value":1278,"unit":"count"}\n')
    f:write('{"key":"arrests","period":"2019","value":41,"unit":"count"}\n')
    f:close()
    local chunk = assert(loadfile "lua/examples/own_section.lua")
    chunk(figures, out)
    f = assert(io.open(out))
    local said = f:read "a"
    f:close()
    os.remove(figures)
    os.remove(out)
    assert.truthy(said:find("In 2019, 1,278 listings of handbags were removed.", 1, true))
    assert.truthy(said:find("Handbags removed by month, 2019", 1, true))
    assert.truthy(said:find("2018 +900"))
    assert.is_true(said:find("Key results", 1, true) < said:find("\nHandbags\n", 1, true))
    assert.is_nil(said:find("Data quality", 1, true))
  end)
end)
