std = "lua53"
max_line_length = 100
files["spec"] = { std = "+busted" }
files["lua/iprcore/library"] = { ignore = { "1", "2", "6" } }
files["lua/examples"] = { ignore = { "211" } }
