std = "lua53"
max_line_length = 100
files["spec"] = { std = "+busted" }
files["lua/iprcore/library"] = { ignore = { "1", "2", "6" } }
-- tables of words and style sheets read better whole
files["lua/iprcore/lang"] = { max_line_length = false }
files["lua/iprcore/report/style.lua"] = { max_line_length = false }
files["lua/examples"] = { ignore = { "211" } }
