-- Keys of one's own for the metric parser, here those of a seller education programme:
--   iprcore parse --pack lua/examples/own_keys.lua --format table REPORT.txt
-- From Lua: ipr.metrics.parse(text, { pack = ipr.metrics.pack(dofile "own_keys.lua") }).
-- A noun, mark or verb is a name with its phrases, any language, every form that is written; a row
-- says which figures get a key: their unit, what they count (heads), what is done to it (verbs) or
-- said beside it (near), and what must not be (without). Rows here go before the shipped ones.
return {
  name = "education",
  nouns = {
    seller_course = "training course|training courses|seller training|培训课程",
    trained_seller = "sellers|merchants|商家",
  },
  verbs = { train = "trained|completed|attended|took part in|参加" },
  keys = {
    { key = "sellers_trained", units = { "count" }, heads = { "trained_seller" },
      verbs = { "train" } },
    { key = "courses_held", units = { "count" }, heads = { "seller_course" } },
    { key = "courses_pass_rate", units = { "percent", "ratio" }, heads = { "trained_seller" },
      near = { "seller_course" } },
  },
}
