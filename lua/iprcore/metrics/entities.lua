--- Character references of HTML and Markdown: the names that stand in saved reports, and
-- all numbers. Names of HTML 4's Latin-1 block are in the order of their code points.
local M = {}

local LATIN1 = [[nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc
Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN
szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute
icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml
yacute thorn yuml]]

local NAMES = { amp = "&", lt = "<", gt = ">", quot = '"', apos = "'", AMP = "&", LT = "<",
  GT = ">", QUOT = '"', COPY = "©", REG = "®", num = "#", percnt = "%", dollar = "$", comma = ",",
  period = ".", colon = ":", semi = ";", plus = "+", equals = "=", lpar = "(", rpar = ")",
  sol = "/", excl = "!", quest = "?", ast = "*", lowbar = "_", vert = "|", NewLine = "\n",
  Tab = "\t", ndash = "–", mdash = "—", horbar = "―", hyphen = "‐", minus = "−", hellip = "…",
  bull = "•", lsquo = "‘", rsquo = "’", sbquo = "‚", ldquo = "“", rdquo = "”", bdquo = "„",
  lsaquo = "‹", rsaquo = "›", prime = "′", Prime = "″", euro = "€", trade = "™", permil = "‰",
  ensp = " ", emsp = " ", thinsp = " ", hairsp = " ", numsp = " ", puncsp = " ",
  zwnj = "", zwj = "", lrm = "", rlm = "", dagger = "†", Dagger = "‡", le = "≤", ge = "≥",
  ne = "≠", asymp = "≈", ap = "≈", frasl = "⁄", frac13 = "⅓", frac23 = "⅔", frac15 = "⅕",
  frac25 = "⅖", frac35 = "⅗", frac45 = "⅘", frac16 = "⅙", frac18 = "⅛", frac38 = "⅜",
  frac58 = "⅝", frac78 = "⅞", larr = "←", uarr = "↑", rarr = "→", darr = "↓", OElig = "Œ",
  oelig = "œ", Scaron = "Š", scaron = "š", Zcaron = "Ž", zcaron = "ž", Yuml = "Ÿ", fnof = "ƒ" }

do
  local code = 0xA0
  for name in LATIN1:gmatch("%S+") do
    NAMES[name] = utf8.char(code)
    code = code + 1
  end
end
NAMES.shy = "" -- a place to break a word, not a sign

-- Numbers 128 to 159 mean Windows-1252 in every browser.
local WINDOWS = { [128] = 0x20AC, [130] = 0x201A, [131] = 0x192, [132] = 0x201E, [133] = 0x2026,
  [134] = 0x2020, [135] = 0x2021, [136] = 0x2C6, [137] = 0x2030, [138] = 0x160, [139] = 0x2039,
  [140] = 0x152, [142] = 0x17D, [145] = 0x2018, [146] = 0x2019, [147] = 0x201C, [148] = 0x201D,
  [149] = 0x2022, [150] = 0x2013, [151] = 0x2014, [152] = 0x2DC, [153] = 0x2122, [154] = 0x161,
  [155] = 0x203A, [156] = 0x153, [158] = 0x17E, [159] = 0x178 }

local INVISIBLE = { [0xAD] = true, [0x200B] = true, [0x200C] = true, [0x200D] = true,
  [0x200E] = true, [0x200F] = true, [0xFEFF] = true }

local function numbered(digits, base)
  local code = #digits <= 8 and tonumber(digits, base) or 0
  code = WINDOWS[code] or code
  if INVISIBLE[code] then return "" end
  if code == 0 or code > 0x10FFFF or (code >= 0xD800 and code <= 0xDFFF) then code = 0xFFFD end
  return utf8.char(code)
end

--- The text of the reference that begins with the & at byte i, and its last byte; nil if it is
-- none. Invisible characters give an empty text.
function M.read(src, i)
  local _, e, kind, digits = src:find("^&#([xX]?)(%x+);?", i)
  if e and kind == "" then
    _, e, digits = src:find("^&#(%d+);?", i)
  end
  if e then return numbered(digits, kind == "" and 10 or 16), e end
  local name
  _, e, name = src:find("^&(%a%w*);", i)
  if e and #name <= 12 and NAMES[name] then return NAMES[name], e end
end

return M
