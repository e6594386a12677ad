-- JSON is read and written as RFC 8259 says, whatever bytes come.
local json = require "iprcore.json"

describe("json.decode", function()
  it("reads nested values", function()
    local v = json.decode('{"a":[1,2.5,"x",{"b":true}],"c":"\\u00e9"}')
    assert.same({ 1, 2.5, "x", { b = true } }, v.a)
    assert.equal("é", v.c)
    assert.equal("integer", math.type(v.a[1]))
  end)

  it("leaves null out of objects and keeps it in arrays", function()
    local v = json.decode('{"a":null,"b":[null,1]}')
    assert.is_nil(v.a)
    assert.equal(json.null, v.b[1])
    assert.equal(1, v.b[2])
  end)

  it("reads bare values, and null as json.null", function()
    assert.equal(json.null, json.decode "null")
    assert.equal("x", json.decode '"x"')
    assert.is_true(json.decode " true ")
  end)

  it("answers nil, message, code, offset for what is not JSON", function()
    local v, message, code, offset = json.decode '{"a":1,}'
    assert.is_nil(v)
    assert.truthy(message:find("key", 1, true))
    assert.equal("bad_json", code)
    assert.equal(7, offset)
  end)

  it("makes only the members asked for, of the outermost object, and reads the others", function()
    local some = { a = true, c = true }
    assert.same({ a = { b = 1 }, c = "é" },
      json.decode('{"b":[{"a":2}],"a":{"b":1},"d":null,"\\u0063":"é"}', some))
    assert.same({ { b = 1 } }, json.decode('[{"b":1}]', some))
    local v, _, code, offset = json.decode('{"b":[1,],"a":1}', some)
    assert.is_nil(v)
    assert.equal("bad_json", code)
    assert.equal(8, offset)
    assert.has_error(function() json.decode("{}", "a") end)
  end)

  it("finds what no string may hold, wherever it stands", function()
    for n = 0, 20 do
      local s = ("é"):rep(n) .. ("x"):rep(n)
      assert.equal(s .. '"\\\n', json.decode('"' .. s .. '\\"\\\\\\n"'))
      assert.equal('"' .. s .. '\\"\\\\\\n\\u007f' .. s .. '"', json.encode(s .. '"\\\n\127' .. s))
      local _, _, code, offset = json.decode('"' .. s .. "\31" .. s .. '"')
      assert.equal("bad_json", code)
      assert.equal(#s + 1, offset)
    end
  end)

  it("refuses nesting over the limit", function()
    local _, _, code = json.decode(("["):rep(200))
    assert.equal("too_deep", code)
  end)
end)

describe("json.encode", function()
  it("writes keys in byte order and numbers as short as they read back", function()
    assert.equal('{"Z":1,"a":[0.96,1045,-3,1e+300],"b":"q\\"\\n"}',
      json.encode { b = 'q"\n', a = { 0.96, 1045.0, -3, 1e300 }, Z = 1 })
  end)

  it("reads back what it wrote", function()
    local v = { a = { 1, 2, { b = "ж" } }, c = false }
    assert.same(v, json.decode(json.encode(v)))
  end)

  it("writes a shape's keys in their order: null if none, ? left out, [] a list", function()
    local line = json.shape { "id", "brand", "also?", "others[]", "hits[]" }
    assert.equal('{"id":"x","brand":null,"others":[],"hits":[{"n":1}]}',
      json.encode(line { id = "x", hits = { { n = 1 } }, extra = 1 }))
    assert.equal('{"id":null,"brand":null,"also":{"k":2},"others":[],"hits":[]}',
      json.encode(line { also = { k = 2 } }))
  end)

  it("tells empty arrays and marked arrays", function()
    assert.equal("[]", json.encode {})
    assert.equal('{"a":[]}', json.encode { a = json.array() })
  end)

  it("says null for NaN, infinities and json.null", function()
    assert.equal("[null,null,null]", json.encode { 0 / 0, 1 / 0, json.null })
  end)

  it("refuses functions, cycles and keys that are no texts", function()
    local cycle = {}
    cycle.x = cycle
    assert.error_matches(function() json.encode { a = print } end, "no JSON form")
    assert.error_matches(function() json.encode(cycle) end, "cycle")
    assert.error_matches(function() json.encode { [true] = 1 } end, "keys are texts")
  end)
end)
