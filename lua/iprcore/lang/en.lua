--- English for the metric parser: grammar words. Things and deeds are in en_people.lua,
-- en_things.lua, en_deeds.lua and en_marks.lua.
-- Phrases are joined by "|". A star adds the plural (store*), a tilde the forms of a
-- regular verb (remove~); a star before letters (*ing) means words that end so and that no
-- list has. Hyphens and blanks are the same; case counts only where the
-- core says so. `words` are roles of the grammar (README, "Language packs").
local M = { name = "en" }

-- "the previous quarter" and its like
local function before(nouns)
  local out = {}
  for noun in nouns:gmatch("[^|]+") do
    for _, adjective in ipairs { "previous", "preceding", "prior" } do
      out[#out + 1] = "the " .. adjective .. " " .. noun
      out[#out + 1] = adjective .. " " .. noun
    end
  end
  return table.concat(out, "|")
end

M.numbers = {
  [0] = "zero", [1] = "one", [2] = "two", [3] = "three", [4] = "four", [5] = "five", [6] = "six",
  [7] = "seven", [8] = "eight", [9] = "nine", [10] = "ten", [11] = "eleven", [12] = "twelve",
  [13] = "thirteen", [14] = "fourteen", [15] = "fifteen", [16] = "sixteen", [17] = "seventeen",
  [18] = "eighteen", [19] = "nineteen", [20] = "twenty", [30] = "thirty", [40] = "forty",
  [50] = "fifty", [60] = "sixty", [70] = "seventy", [80] = "eighty", [90] = "ninety",
  [100] = "a hundred", [1e3] = "a thousand", [1e6] = "a million", [1e9] = "a billion",
  [1e12] = "a trillion", [2.5e5] = "quarter of a million|a quarter of a million|a quarter million|quarter million",
  [5e5] = "half a million|half million", [7.5e5] = "three quarters of a million", [5e8] = "half a billion|half billion",
  [5e11] = "half a trillion|half trillion", [500] = "half a thousand",
}

M.scales = {
  [2] = "hundred", [3] = "thousand|k", [5] = "lakh|lakhs", [6] = "million|millions|mn|mln|mio|mil|m|mm",
  [7] = "crore|crores", [9] = "billion|billions|bn|bln|b", [12] = "trillion|trillions|tn|trn|tln",
}

M.fractions = {
  [1 / 2] = "half", [1 / 3] = "third|thirds", [1 / 4] = "quarter|quarters", [1 / 5] = "fifth|fifths",
  [1 / 6] = "sixth|sixths", [1 / 7] = "seventh|sevenths", [1 / 8] = "eighth|eighths",
  [1 / 9] = "ninth|ninths", [1 / 10] = "tenth|tenths",
}

-- those that are determiners too ("twice the figure") count only before another one
M.multiples = {
  [5] = "quintupled|quintupling|fivefold", [6] = "sextupled|sixfold", [7] = "sevenfold",
  [8] = "eightfold", [9] = "ninefold", [10] = "tenfold", [20] = "twentyfold", [100] = "hundredfold",
  [2] = "double|twofold|twice|doubled|doubles|doubling|twice as many|twice as much|twice as many as|twice as much as|redoubled",
  [3] = "triple|threefold|treble|thrice|tripled|trebled|tripling|trebling|three times as many|thrice as many",
  [4] = "quadrupled|quadrupling|fourfold",
  [0.5] = "halved|halving|cut in half",
}

-- a word of this list always multiplies (1); one of the weak list only where the text says so
M.times = { [1] = "fold|x|×|times as many as|times as many|times as much as|times as much|times as high as|times more|"
  .. "times higher", [0] = "times" }

M.words = {
  percent = "%|percent|per cent|pct|pc|per cents|percents|percentage|‰",
  points = "percentage point*|percent point*|point*|pp|ppt|ppts|pps|p.p.",
  more_than = "more than|or more than|over|above|in excess of|upwards of|upward of|exceeding|exceeded|exceeds|"
    .. "exceed|topped|topping|tops|surpassed|surpassing|greater than|higher than|better than|well over|"
    .. "just over|slightly over|slightly more than|slightly above|a little over|little over|just above|"
    .. "just more than|well above|far more than|far above|beyond|north of|>|no fewer than|crossed|"
    .. "a little more than|past the|topped the|crossed the|surpassed the|exceeded the|broke the|broken the|comfortably over|somewhat more than|a bit over|way over|well in excess of",
  at_least = "at least|no less than|not less than|not fewer than|minimum of|a minimum of|≥|a good|as few as",
  less_than = "less than|or less than|or fewer than|fewer than|under|below|just under|slightly under|slightly below|well under|"
    .. "well below|lower than|short of|shy of|<|slightly less than|slightly fewer than|just below|"
    .. "smaller than|a little under|a little less than|far fewer than|far less than",
  up_to = "up to|take up to|takes up to|took up to|taking up to|taken up to|as much as|as many as|at most|no more than|not more than|not exceed|did not exceed|do not exceed|does not exceed|must not exceed|may not exceed|cannot exceed|not exceeding|never exceed|never exceeds|never exceeded|not surpass|never surpassed|not top|never topped|a maximum of|maximum of|"
    .. "as high as|≤|max|at the most",
  about = "about|nearly|almost|around|some|close to|roughly|approximately|approx|approx.|appr.|est.|circa|just shy of|"
    .. "estimated|an estimated|estimated at|roughly some|virtually|in the region of|in the order of|"
    .. "on the order of|getting on for|not quite|~|≈|c.|ca.|approaching|somewhere around|near|"
    .. "an average of about|nearing|just about|more or less|something like|an approximate|well nigh|"
    .. "close on|a reported|an alleged|a total of nearly|or nearly|in the neighborhood of|"
    .. "just short of|a shade under|hovered around|an estimated total of|estimates of",
  or_more = "or more|or higher|or above|plus|+|or over|or greater|or better|"
    .. "at least|at a minimum",
  and_more = "and counting",
  or_less = "or less|or fewer|or under|or below|at most",
  or_so = "odd|or so|give or take|or thereabouts|approximately|roughly|more or less|in round numbers|in round figures",
  up = "▲|↑|rose|rise|rises|rising|risen|increase|increased|increases|increasing|grew|grow|grows|growing|"
    .. "grown|growth|climbed|climb|climbs|climbing|jumped|jump|jumps|jumping|surged|surge|surges|surging|"
    .. "soared|soar|soaring|gained|gain|gains|gaining|up|upturn|uptick|advanced|expanded|expand|"
    .. "expansion|leapt|leap|leaped|leaps|spiked|spike|swelled|swell|swollen|ballooned|mushroomed|mounted|"
    .. "rocketed|skyrocketed|rebounded|rebound|accelerated|strengthened|escalated|multiplied|"
    .. "shot up|edged up|crept up|ticked up|went up|gone up|going up|uplift|hike|upswing|"
    .. "boosted|boost|improved|improvement|improve|improving|raised|picked up|inched up|stepped up|"
    .. "broadened|widened|lengthened|recovered to|recovering to|higher by|increment|record rise",
  down = "▼|↓|fell|fall|falls|falling|fallen|decrease|decreased|decreases|decreasing|declined|decline|"
    .. "declines|declining|dropped|drop|drops|dropping|down|dipped|dip|dips|slid|slide|sliding|slides|slipped|"
    .. "slip|slipping|sank to|sank by|sank from|sunk to|sunk by|sunk from|sinking to|sinking by|shrank|shrink|shrunk|shrinking|plunged|plunge|plummeted|plummet|"
    .. "tumbled|tumble|lessened|reduction|reduced|reduce|reduces|reducing|cut|lowered|lower by|"
    .. "diminished|shortened|shortening|contracted|contraction|eased|ease|went down|gone down|came down by|edged down|"
    .. "slumped|slump|downturn|retreated|receded|dwindled|halving|slashed|narrowed|collapsed|collapse|"
    .. "trimmed|weakened|softened|ticked down|crept down|slowed|shed|downtick|falloff|drop off|dropped off",
  more = "more|higher|greater|larger|bigger|extra|above|longer|above the",
  fewer = "fewer|less|lower|smaller|below|shorter|below the",
  yoy = "year on year|a year on year|a year over year|yoy|y o y|year over year|y y|annually|on the year|in a year|over one year|"
    .. "over the year|over the past year|compared to last year|compared with last year|on an annual basis|"
    .. "versus last year|vs last year|than last year|over last year|from last year|on last year",
  hoh = "half year on half year|h/h|h h|half on half|hoh|h o h|the half year before|the half before|the six months before|"
    .. "the preceding one|the previous one|the prior one|the one before|the period before|the prior period|"
    .. "the previous period|the preceding period|six months earlier|six months before|"
    .. before("half|half year|six months|six month period|half yearly period|semester"),
  qoq = "quarter on quarter|q/q|q q|on the quarter|quarter over quarter|qoq|q o q|the quarter before|the three months before|"
    .. "three months earlier|three months before|a quarter earlier|"
    .. before("quarter|three months|three month period"),
  base = "surpassing the previous record of|the previous record of|previous record of|the earlier record of|surpassing last year's|breaching last year's total of|than|against|versus|vs|v|compared to|compared with|in comparison to|in comparison with|"
    .. "as against|relative to|as compared to|as compared with|as opposed to|over the figure for|"
    .. "by comparison with|when compared to|when compared with|set against|comparing with|"
    .. "than that of|than those of|than that in|than those in|times as many as|times as much as|times as high as|twice as many as|twice as much as|"
    .. "on top of|in contrast to|in contrast with|contrast with|contrast to|contrasts with|contrasted with|contrasting with|a far cry from|from a base of|above the|below the|"
    .. "compares with|compares to|previously|set beside|measured against|instead of the",
  from = "from", to = "to|until|till|through|thru|into|reaching|to reach|to hit|hitting|totalling|totaling|standing at|to stand at|"
    .. "coming to|bringing the total to|taking the total to", by = "by", between = "between",
  ["and"] = "and|&|as well as|plus", ["or"] = "or", of = "of|of the year|of the time",
  ["in"] = "in|at|on|during|within|across|inside|throughout|among|amongst|for|upon|into",
  out_of = "out of|out of every|of every|from every|in every|per|for every",
  every = "every|each|per",
  prep = "i.e.|ie|on|for|with|to|into|via|through|about|after|before|against|without|over|off|onto|toward|"
    .. "towards|around|outside|behind|like|as|because|due|thanks|following|"
    .. "including|involving|despite|amid|alongside|along|regarding|concerning|than|so that|such as|"
    .. "except|besides|worth|representing|marking|reflecting|according|raised by|"
    -- marks that name no thing behind a number
    .. "on the site|on the platform|before anyone|before anybody|before anyone bought|before anyone could buy|before anybody bought|before a single sale|before any sale|before a sale|"
    .. "before the first sale|before any order|before a brand|before any brand|before brands|before rights holders|"
    .. "before a complaint|before any complaint|before a report|without a report|on its own initiative|"
    .. "on their own initiative|on our own initiative|on its own|on their own|on our own",
  det = "a|an|the|this|these|those|its|their|our|his|her|your|my|all|both|any|no|another|other|"
    .. "a record high of|record high of|an all time high of|all time high of|a high of|a peak of|the peak of|its peak of|a record low of|record low of|a low of|"
    .. "mere|further|total|combined|whopping|staggering|record|a total of|a combined|a further|"
    .. "a mere|a record|modest|massive|impressive|remaining|"
    .. "apiece|minus|plus|namely|i.e|e.g|most|"
    .. "the whole of|the whole|the entire|all of|the full|double|twice|triple|treble|thrice",
  further = "another|a further|further|an additional|an extra|yet another|and a further",
  -- say how or how far, and name nothing
  adverb = "on average|all told|in all|in total|altogether|together|in addition|in fact|in particular|in general|in short|"
    .. "in turn|in practice|in reality|in other words|on the other hand|for example|for instance|for its part|"
    .. "as a result|at the same time|as such|at large|at home and abroad|by comparison|by contrast|in comparison|"
    .. "barely|merely|scarcely|hardly|slightly|sharply|steadily|significantly|marginally|notably|typically|"
    .. "globally|worldwide|internationally|nationally|nationwide|countrywide|locally|abroad|elsewhere|"
    .. "out|back|away|aside|alone|earlier|later|indeed|moreover|furthermore|additionally|finally|specifically|separately|collectively|similarly|"
    .. "currently|presently|at present|today|too|as well|likewise|instead|perhaps|otherwise|thus|hence|therefore|accordingly|interestingly|worryingly|"
    .. "*ly",
  aux = "is|are|was|were|be|been|being|has|have|had|having|will|would|can|could|may|might|must|shall|"
    .. "should|does|do|did|came|come|comes|stood|stands|stand|reached|reaches|reach|hit|totalled|go|"
    .. "totaled|totals|totalling|totaling|reaching|numbering|hitting|numbers|topped out at|remained|remains|became|becomes|amounted|amounts|amount to|numbered|went|goes|"
    .. "gets|got|says|said|shows|showed|now|also|only|just|even|still|not|never|already|then|"
    .. "ended|ends|led|resulted|results in|saw|sees|seen|brought|brings|kept|keeps|got back|"
    .. "put|puts|took|takes|made|makes|gave|gives|run|runs|ran|averaged|averages|estimated at|"
    .. "turned|serves|served|meant|means|costs|cost|carried|drew|draw|earned|fetched|owe|owes|"
    .. "concerned|concerns|covered|covers|cover|contained|contains|include|includes|included|"
    .. "generated|generates|showed|said that|found|finds|believe|believes|think|thinks|say|"
    .. "admit|admits|admitted|admit to|admits to|admitted to|own up to|confess to|in turn leads to|which leads to|which lead to|report that|bought|had bought|have bought|bought a fake|buy|buys|worry|want|wants|consider|considers|prefer|"
    .. "felt|feel|know|knew|lacked|lack|uses|used|use|pay|paid|pays|accessed|access",
  -- verbs that no concept needs: they end a noun phrase, or make what follows their object
  verb = "set|put|puts|putting|took|takes|take|taking|got|gets|gave|gives|brought|"
    .. "brings|valued|appraised|priced|pegged|sell~|selling|sold|bear|bearing|carrying|offering|contain~|advertis~|promot~|"
    .. "distribut~|manufactur~|importing|producing|produced|supplying|supplied|making|copying|imitat~|mimic~|mimicking|"
    .. "counted|logged|tallied|recorded|listed|identified|identify|detected|spotted|flagged|suspected|alleged|"
    .. "alleging|linked|connected|destined|bound|sent|send|sending|received|receive|submitted|submit|filed|"
    .. "handed|passed|traced|located|targeted|scanned|reviewed|analysed|analyzed|monitored|assessed|"
    .. "processed|handled|issued|published|posted|collected|gathered|returned|shipped|delivered|ordered|"
    .. "caught|picked|yielded|yielding|tested|surveyed|questioned|interviewed|asked|relating|related|belonging|"
    .. "belonged|using|used|operating|operated|based|living|working|waiting|seeking|sought|aimed|brought|"
    .. "trained|attended|answered|approved|completed|supported|launched|opened|conducted|carried out|"
    .. "signed|visited|hosted|registered|deemed|thrown|threw|left|lost|touched|affected|hit|cited|cites|agree~|"
    .. "came in|come in|comes in|coming in|came up|comes up|turned up|turns up|turn up|showed up|shows up|show up|"
    .. "ended up|end up|signed up|sign up|signs up|teamed up|set up|sets up|followed up|stood up|opened up|went out|"
    .. "involved|see|sees|saw|expect~|project~|forecast~|estimate~|reckon~|insist~|intend~|blame~|struggle~|oppose~|encounter~|suffer~|*ing|*ed",
  conj = "while|whereas|but|although|though|since then|when|where|if|because|so|yet|which|who|whom|"
    .. "whose|however|meanwhile|plus|even as|despite|with|after which",
  rel = "of the time|rest|remainder|that|it|they|he|she|we|i|you|them|us|him|there|here|this|what|one|ones|itself|those who",
  fiscal = "fy|fiscal|business year|tax year|the financial year|fiscal year|financial year|fiscal years|the fiscal year|"
    .. "fiscal year (fy)|financial year (fy)",
  as_of = "as of|as at|as per|dated",
  end_of = "end of|the end of|close of|the close of|year end|end|conclusion of|year end of|close",
  since = "since|since launch|since its launch|since inception|since its inception|"
    .. "after its launch in|ever since|"
    .. "since its creation|since its foundation|since its founding|since its start|since their launch|"
    .. "since it began|since it started|since it was launched|since it was set up|since it opened",
  to_date = "to date|so far|since launch|since its launch|since inception|over the years|all time|"
    .. "in total since|until now|up to now|as of today|to this day|cumulatively|since then|"
    .. "since the programme began|since the program began|historically|over its lifetime|"
    .. "since its inception|since its creation|since its foundation|since its founding|since its start|"
    .. "since their launch|since it began|since it started|since it was launched|since it was set up|"
    .. "since it opened",
  prior = "a year before|a year earlier|year earlier|the year before|previous year|the previous year|prior year|"
    .. "the prior year|preceding year|the preceding year|a year ago|one year earlier|"
    .. "one year before|twelve months earlier|12 months earlier|twelve months before|12 months before|twelve months ago|"
    .. "the year earlier|one year ago|one year previously|in the prior year period|previous fiscal year|"
    .. "the previous fiscal year|prior fiscal year|previous financial year|year ago|"
    .. "the year prior|same period last year|the same period last year|same period of the previous year|"
    .. "the same period a year earlier|same period a year earlier|corresponding period of the previous year|"
    .. "the same period in the previous year|preceding twelve months|"
    .. "the previous twelve months|the previous 12 months|the preceding 12 months|the prior 12 months|"
    .. "the preceding twelve months|previous 12 months|preceding 12 months|preceding fiscal year|year previously|a year previously|"
    .. "the same period the previous year|the same period of last year|previous reporting year|year prior",
  reference = "siren|siret|vat|vat no|vat number|company number|company no|reg no|registered number|abn|ein|gstin|kvk|isin|ean|upc|asin|orcid|duns|helpline|freephone|toll free|toll free number|switchboard|docket number|file no|case number|serial no|refs|arts|secs|subsection|subsections|ch|ord|docket no|docket|defined as|is defined|means|refers to|by definition|definition|threshold|article|articles|art|section|sections|sec|page|pages|pp|figure|figures|fig|table|"
    .. "tables|chapter|class|classes|clause|clauses|regulation|directive|act|statute|ordinance|bylaw|case no|no|nos|number|hall|"
    .. "booth|room|floor|suite|version|vol|volume|issue|part|annex|appendix|item|paragraph|para|rule|"
    .. "ext|extension|dial|call us on|call us at|oj l|oj c|cap|ss.|s.|title|wave|option|schedule|exhibit|reading time|read time|step|chart|graph|box|footnote|note|principle|top|tel|telephone|phone|fax|"
    .. "mobile|hotline|decision|resolution|act no|law no|doc|document|ref|level|tier|grade|phase|stage|"
    .. "season|episode|lot|batch no|iso|rfc|isbn|issn|doi|gate|street|road|po box|zip|week|day|"
    .. "those aged|sars|covid|sect|sects|sect.|sects.|ep|episodes|paragraphs|paras|window|build|§|№|#|slide|slides|edition|line|gtin|sku|hs code|hs|tariff code|code|codes|heading|commandments of|usc|u.s.c|cfr|p|regulation eu|regulation eu no|regulation ec no|"
    .. "directive eu|regulation ec|public law|chapters|annexes|parts|rules|aged|age|ages|"
    .. "aged from|ages ranging from|ages of|age of|over the age of|older than|younger than|under the age of|generation|room no|application no|"
    .. "patent no|registration no|operation|windows|web|article no|decree|decree no|order no|interpol notice",
  noise = "u.s.c|usc|cfr|st|nd|rd|th|am|pm|a.m.|p.m.|views|view|comments|comment|claps|clap|responses to this|min read|"
    .. "mins read|minute read|minutes read|min|likes|like|retweets|reposts|repost|quotes|bookmarks|replies|shares|followers|dpi|px|"
    .. "pixels|page|pages|year old|years old|year olds|year|years of age|o'clock|hrs read|degrees|"
    .. "karat|inch|inches|g network|d printing|percentile|gb|mb|kb|tb|ghz|mhz|rpm|bis|points of contact|"
    .. "reads|rts|rt|reactions|reaction|kudos|quote tweets|favourites|favorites|upvote|re posts|responses|pageviews|upvotes|w|h|s|word|words|part|step|point plan|day plan|star|stars|"
    .. "millionth|billionth|person team|strong team|member team|consecutive|straight|jan|feb",
  name = "report|reports|study|survey|law|act|area|areas|pillar|pillars|takeaway|takeaways|way|"
    .. "ways|step|steps|reason|reasons|chapter|chapters|section|sections|theme|themes|topics|topic|"
    .. "priorities|priority|principles|goals|objectives|trends|trend|tips for|lessons|questions|question|things|"
    .. "kinds|types|categories of|forms of|levels|stages|phases|factors|parts|points to|main points|"
    .. "key points|highlights|myths|facts|tools we|components|recommendations|categories below|strategy|"
    .. "summit|conference|forum|awards|award|review|factsheet|yearbook|white paper|whitepaper|roadmap|"
    .. "commitments|overview|bulletin|newsletter|plan|programme plan|directive|regulation|convention|agreement|judgment|ruling|"
    .. "special report|scoreboard|outlook|index|pages|olympics|world cup|games|campaign plan|"
    .. "column|columns|rows|dimensions|directions|aspects|challenges|strands|fronts",
  respectively = "respectively|in that order",
  share_verb = "accounted for|accounts for|account for|accounting for|made up|makes up|make up|"
    .. "making up|represented|represents|represent|representing|comprised|comprises|comprising|"
    .. "constituted|constitutes|constitute|formed|contributed|contributes|was responsible for|"
    .. "were responsible for|responsible for|was the source of|were the source of|took up|carried|"
    .. "came from|comes from|come from|originated in|originated from|brought in|supplied|led with|"
    .. "leads with|followed with|followed by|ranked first with|topped the list with|was behind|were behind",
  skip = "published|posted|release date|released|updated|originally posted|last modified|last updated|"
    .. "date|press release|issued on|published on|posted on|copyright|©|retrieved|accessed on|"
    .. "founded in|established in|adopted in|enacted in|in force since|entered into force",
  defines = "defined as|is defined|means|refers to|by definition|definition|threshold",
  bounds = "employs|employ|employing|turns over|turn over|turning over|containing|contains|contain|weighing|"
    .. "weighs|weigh|measuring|declared|declared at|each valued at|each worth|each priced at|employees|workers|"
    .. "staff|staff members|no more than|not more than|at most|not exceeding|not over",
  -- the day behind these is that of the telling; days beside these are of asking people
  tells = "said|says|announced|told|stated|unveiled|presented|revealed|disclosed|released|published|issued|"
    .. "explained|confirmed|warned|declared|reported",
  asks = "survey|surveys|surveyed|poll|polls|polled|fielded|fieldwork|questioned|interviewed|interviews|interview|"
    .. "respondents|questionnaire|asked|put its questions|put their questions",
  measure = "value|values|worth|number|numbers|total|totals|share|shares|figure|figures|proportion|percentage|"
    .. "quantity|quantities|volume|volumes|rate|rates|amount|amounts|sum|sums|count|tally|an estimated|"
    .. "total value|market value|retail value|average|mean|median|estimate|estimates|portion|combined|overall|"
    .. "respective|corresponding|annual|yearly|estimated|level|proportions|msrp|retail|street|market|"
    .. "domestic|suggested|manufacturer's suggested retail price|suggested retail price|retail price|"
    .. "retail value|street value|domestic value|commercial value|market price|price|prices|potential|"
    .. "approximate|declared|assessed|cumulative|aggregate|combined value|overall value|equivalent|equal|"
    .. "estimated value|total worth|sale value|estimated msrp|full retail price|estimated market value|estimated retail value|domestic retail value|seizure value|haul value|mark|milestone",
  kind = "emergency|legal|administrative|civil|criminal|judicial|commercial|domestic|foreign|local|national|"
    .. "international|regional|federal|municipal|online|offline|physical|digital|public|private|male|female|"
    .. "new|old|pending|open|closed|active|inactive|fresh|separate|similar|such|individual|minor|serious|"
    .. "preliminary|final|permanent|temporary|voluntary|automated|manual|formal|informal|genuine|fake|"
    .. "counterfeit|pirated|infringing|licensed|unlicensed|legitimate|illegal|illicit|large|small|bigger|"
    .. "smaller|major|single|joint|successful|unsuccessful|valid|invalid|repeat|first time|medical|technical",
  plural = "*s",
  person = "man|woman|owner|manager|director|trader|seller|dealer|suspect|defendant|respondent|offender|"
    .. "importer|shopkeeper|driver|passenger|traveller|courier|ringleader|mastermind|leader|businessman|"
    .. "businesswoman|resident|wife|husband|son|daughter|brother|sister|father|mother|boss|operator|"
    .. "accomplice|partner|employee|student|vendor|supplier|proprietor|founder|citizen|national|accused",
  plain = "*ous|*ss|*us|call 101|call 111|call 112|call 911|call 999|dial 101|dial 999|dial 911|ring 101|two figures|three figures|four figures|five figures|two numbers|three numbers|four numbers|five numbers|618 sale*|618 festival|618 shopping festival|618 campaign|618 event|618 promotion|618 and 11.11|11.11 sale*|11.11 festival*|11.11 shopping festival|11.11 event|11.11 campaign|fortune 500|fortune 100|global 500|ftse 100|7 eleven|office 365|hand over|handed over|take over|took over|taken over|all over|over again|game over|"
    .. "spread over|carry over|crossed over|double digit|double digits|triple digit|first half of life|second hand|"
    .. "once a year|twice a year|second largest|third largest|second most|third party|third parties|third countries|third country|"
    .. "one another|no one|any one|each one|one of|one by one|one stop|one click|a quarter century|"
    .. "first half time|half time|24 7|of course|some of|some time|some other|in order to|due to|up and running|"
    .. "set up|sets up|setting up|follow up|followed up|backed up|teamed up|teaming up|sign up|signed up|"
    .. "signing up|signs up|shut down|shuts down|shutting down|crackdown|crack down|cracked down|cracking down|take down|"
    .. "taken down|took down|takes down|taking down|break down|broken down|clamp down|clamped down|"
    .. "turned down|turns down|turning down|came up|comes up|stood up|speeding up|brought down|tracked down|track down|"
    .. "break up|broke up|broken up|pick up|made up of|made up for|ramp up|closed down|close down|closing down|"
    .. "kept up|keep up|end up|ended up|open up|opened up|live up|grew up|around the world|"
    .. "all around|turn around|over time|above all|over the past|over the last|cut off|cut out|"
    .. "cut short|adding up|added up|adds up|add up|turning up|turned up|turns up|turn up|showing up|showed up|shows up|show up|trending up|make up for|cut price|shed light|sink in|up to date|up and down|ease of|gain access|gain insight|"
    .. "gained access|fall under|falls under|fell under|fall into|fell into|fell foul|fall victim|fallen victim|on the rise|"
    .. "added value|value added|picked up at least one fake|picked up fakes|raised awareness|"
    .. "raise awareness|raised concerns|lowered barriers|drop shipping|over the counter|"
    .. "over the internet|over the phone",
}

M.relative = {
  [0] = "this year|the current year|current year", [-1] = "last year|last calendar year",
  [-2] = "the year before last", [1] = "next year",
  -- the year last spoken of, and those after it
  [100] = "the full year|during the year|throughout the year|in the course of the year|the whole year|the entire year|the year as a whole|the whole of the year|all of that year|that year|that same year|the same year|the said year",
  [101] = "a year later|one year later|twelve months later|12 months later|the following year|the next year|the year that followed",
  [102] = "two years later", [103] = "three years later", [104] = "four years later", [105] = "five years later",
}

-- 4: "+12% on 2020", the year, half or quarter behind it is a base; 5: the period spoken of, in
-- another year; 6: the month before; 7: "…, launched in 2019, …" tells
-- a thing's age, not a figure's period; 9: said of no time; 10 to 16: Monday to Sunday; 17: said of the time of writing;
-- 21 to 32: so many months up to the one behind it; 8: so many months up to the one behind it
M.timemarks = {
  [4] = "on",
  [5] = "the same period|same period|the same time|the same span|the same half|the same quarter|"
    .. "the same months|the same six months|the same nine months|the same three months|the same month|"
    .. "the corresponding period|the corresponding half|the corresponding quarter|the like period|"
    .. "the comparable period|the equivalent period|the same half year|the corresponding months",
  [9] = "each year|every year|per year|annually|a year|yearly|per annum|punishable|liable|risk|risks|face|"
    .. "faces|maximum fine|maximum penalty|maximum sentence|has since|have since|these days|nowadays|lately|"
    .. "the past year|the last year|in a year|over one year",
  [17] = "now|currently|presently|at present|today",
  [10] = "Monday|Mon", [11] = "Tuesday|Tue|Tues", [12] = "Wednesday|Wed", [13] = "Thursday|Thu|Thur|Thurs",
  [14] = "Friday|Fri", [15] = "Saturday|Sat", [16] = "Sunday",
  [6] = "last month", [23] = "quarter to|quarter ended|quarter ending|three month period ended",
  [26] = "half year to|half year ended|half year ending|semester to", [32] = "year to|year ended|year ending|"
    .. "twelve month period ended", [8] = "months to|months ended|months ending|months through",
  [7] = "launched|introduced|founded|piloted|created|opened|started|formed|unveiled|established|begun|"
    .. "inaugurated|signed|enacted|adopted|set up|began|commenced|launched in|dates from|dating from|went live|came into force|entered into force|took effect|first published|first held|open|running",
}

M.months = { "January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun", "July|Jul",
  "August|Aug", "September|Sep|Sept", "October|Oct", "November|Nov", "December|Dec" }

M.halves = { [0] = "h", "first half|first semester|1st semester|first half year|first six months|first six months of the year|opening half|opening six months|1st half",
  "second half|second semester|2nd semester|second half year|last six months|latter half|final half|closing half|closing six months|final six months|latter six months|back half|2nd half" }
M.quarters = { [0] = "q", "first quarter|first three months|1st quarter|opening quarter|opening three months",
  "second quarter|2nd quarter", "third quarter|3rd quarter", "fourth quarter|4th quarter|final quarter|closing quarter|last three months|final three months|closing three months|last quarter" }
M.first_months = { [2] = "first two months", [4] = "first four months", [5] = "first five months",
  [7] = "first seven months", [8] = "first eight months", [9] = "first nine months|first three quarters",
  [10] = "first ten months", [11] = "first eleven months|first 11 months" }

M.units = {
  duration = {
    second = "second*|sec|secs", minute = "minute*|mins", hour = "hour*|hr|hrs|working hour*|business hour*",
    day = "day*|business day*|working day*|calendar day*", week = "week*", month = "month*",
    year = "years",
  },
  mass = { tonne = "tonne*|ton|tons|metric ton*|mt|t", kilogram = "kg|kgs|kilo|kilos|kilogram*|kilogramme*" },
  volume = { litre = "litre*|liter*|l" },
}

M.currencies = {
  USD = "$|us $|us dollar*|u.s. dollar*|dollar*|usd|usd $|american dollar*|us$|u.s. $",
  EUR = "€|euro|euros|eur", GBP = "£|pound|pounds|gbp|pounds sterling|pound sterling|sterling|quid",
  CNY = "yuan|renminbi|rmb|cny|cn ¥|rmb ¥|chinese yuan", JPY = "¥|yen|jpy|japanese yen|jp ¥", KRW = "₩|won|krw|korean won|south korean won",
  INR = "₹|rupee*|inr|rs|rs.|indian rupee*", RUB = "₽|rouble*|ruble*|rub", TRY = "₺|lira|try|turkish lira|lire",
  HKD = "hk $|hkd|hong kong dollar*", TWD = "nt $|twd|new taiwan dollar*", SGD = "s $|sgd|singapore dollar*",
  AUD = "a $|aud|au $|australian dollar*", CAD = "c $|cad|ca $|canadian dollar*", NZD = "nz $|nzd|new zealand dollar*",
  CHF = "chf|sfr|sfr.|fr.|swiss franc*|francs|franc", SEK = "sek|swedish kron*|swedish kronor|krona|kronor", NOK = "nok|norwegian kroner|norwegian krone",
  DKK = "dkk|danish kroner|danish krone|kroner|krone", PLN = "pln|zloty|zlotys|złoty|zł", CZK = "czk|koruna|czech koruna", HUF = "huf|forint*",
  BRL = "r $|brl|reais|real|brazilian reais", MXN = "mxn|mx $|peso*|mexican peso*", ARS = "ars|ar $|argentine peso*",
  CLP = "clp|chilean peso*", COP = "colombian peso*", ZAR = "r|zar|rand", THB = "฿|thb|baht", VND = "₫|vnd|dong",
  IDR = "idr|rupiah|rp", MYR = "myr|ringgit|rm", PHP = "₱|p|php|philippine peso*", AED = "aed|dirham*|dhs|dh|uae dirham*", SAR = "sar|riyal*|saudi riyal*|sr",
  ILS = "₪|ils|shekel*", EGP = "egp|egyptian pound*", NGN = "₦|ngn|naira|n", KES = "kes|shilling*|kenyan shilling*|ksh|kshs|sh|shs", TZS = "tzs|tsh|tshs|tanzanian shilling*", UGX = "ugx|ush|ushs|ugandan shilling*",
  RWF = "rwf|frw|rwandan franc*", ETB = "etb|birr", ZMW = "zmw|kwacha", XAF = "cfa franc*|fcfa|xaf",
  GHS = "ghs|gh ¢|gh ₵|gh¢|gh₵|cedi*", UAH = "₴|uah|hryvnia",
  RON = "ron|lei", BGN = "bgn|lev|leva", PKR = "pkr|pakistani rupee*", BDT = "bdt|taka", PEN = "pen soles", QAR = "qar",
  KWD = "kwd", KZT = "kzt|tenge", MAD = "moroccan dirham*",
}

local HISSES = { s = true, x = true, z = true, ch = true, sh = true }
local VOWELS = { a = true, e = true, i = true, o = true, u = true }

--- Forms of a term marked with a star or a tilde.
function M.forms(term)
  local mark, stem = term:sub(-1), term:sub(1, -2)
  if mark ~= "*" and mark ~= "~" then return term end
  local last, all = stem:sub(-1), stem .. "|"
  local short = stem:sub(1, -2)
  local ies = last == "y" and not VOWELS[stem:sub(-2, -2)]
  local es = HISSES[last] or HISSES[stem:sub(-2)]
  if mark == "*" then
    return all .. (ies and short .. "ies" or stem .. (es and "es" or "s"))
  elseif last == "e" then
    return all .. stem .. "s|" .. stem .. "d|" .. short .. "ing"
  elseif ies then
    return all .. short .. "ies|" .. short .. "ied|" .. stem .. "ing"
  end
  return all .. stem .. (es and "es|" or "s|") .. stem .. "ed|" .. stem .. "ing"
end

return M
