--- English for the metric parser: what authorities do and count. The rows are written as in
-- en_people.lua and add to those there.
return {
  nouns = {
    office = "trademark office|trade mark office|patent office|intellectual property office|cnipa"
      .. "|sipo|uspto|ukipo|ipos|kipo|jpo|ip australia|examination|examiners|pendency"
      .. "|first action|office action|first office action|trademark registration|trade mark registration"
      .. "|reexamination|invalidation|madrid|hague system|invention patent|registry of trade marks"
      .. "|examination period|examination cycle*",
    admin_case = "trademark illegal case*|illegal trademark case*|patent administrative case*"
      .. "|passing off case*|patent disputes cases|cases of passing off|administration cases"
      .. "|patent infringement dispute case*|administrative penalty case*|prevention cases",
    occasion = "times|occasions|separate occasions",
    grant = "patent grant*|grants of patents",
    other_thing = "swoop*|plant variety application*|new plant variety application*|violation notice*|notice of violation|notices of violation|violation ticket*"
      .. "|reports of suspicions|reports of suspicion|inspection tour*|inspection visit*|field visit*"
      .. "|enforcement personnel|enforcement officer*|revenue officials|federal revenue officials"
      .. "|tax officials|military police officers|local newspapers|newspapers|image*|individual images"
      .. "|policeman|policewomen|law enforcement officer*|federal agents|trademark application*|trade mark application*|trademark registration application*"
      .. "|madrid application*|valid registered trademark*|registered trademarks in force"
      .. "|valid trademark*|valid patent*|patents in force|patents in effect|design patent*"
      .. "|utility model*|utility model patent*|design application*|applications pending"
      .. "|pending applications|unexamined applications|applications awaiting|geographical indication*"
      .. "|gis|layout design*|international applications for design*|judicial case*"
      .. "|public interest litigation case*|litigation case*|opposition*|opposition case*"
      .. "|review case*|invalidation request*|reexamination request*|criminal penalty|criminal penalties"
      .. "|madrid international trademark registration application*|trademark registration*"
      .. "|international trademark registration application*|plant variety|plant varieties",
    police_unit = "police|public security|detectives|federal police|national police|judicial police"
      .. "|guardia civil|carabinieri|finance police|guardia di finanza|gendarmerie|sheriff|sheriffs"
      .. "|prosecutors|public prosecutors|europol|interpol|fbi|hsi|homeland security|pipcu"
      .. "|criminal investigation department|crime branch|crime department|economic crime"
      .. "|economic crimes|special agents|investigators|constables"
      .. "|bureau of investigation",
    criminal_case = "economic crime case*|fraud case*|ip crime case*"
      .. "|intellectual property crime case*|criminal offence*|intellectual property offence*"
      .. "|ip offence*|crimes recorded|smuggling case*",
    fine = "fine|fines|administrative fine*|penalty|penalties|punishment amount"
      .. "|administrative punishment*|administrative punishment amount|fines and confiscations"
      .. "|fines imposed|penalties imposed|monetary penalties|fined|administrative penalties",
    regulator = "local competent authorities|competent authorities|market regulator*"
      .. "|market supervision departments|market regulation departments|quality supervision"
      .. "|industry and commerce|aic|aics|samr|industry and commerce authorities"
      .. "|administration for industry and commerce",
    criminal_law = "judicial organs|judicial authorities|judicial departments|procuratorate*"
      .. "|public security organs|public security authorities|public security bureau*",
    channel = "mails|general cargos|cargos|postal services|mail items|post offices",
    product = "trademark violations|design violations|copyright violations|patent violations"
      .. "|trade mark violations",
    sweep = "raid|raids|operation|the operation|crackdown|inspection campaign|sweep|swoop|checks",
    goods = "commodity|commodities|sack|sacks|battery|sanitary pads|deodorants"
      .. "|consumables|incense|vinegar|cartridge*|tubes|medication*|pharmaceutical product*|sex pills|steroids|antibiotics|antidepressants"
      .. "|phone accessories|mobile phone accessories|auto part*|belt*|wallet*|sneaker*|shoe*"
      .. "|jersey*|electrical appliances|batteries|filters|spark plugs|tobacco products"
      .. "|leather goods|handicrafts|sarees|footballs|pouches|pouches of tobacco",
  },
  marks = {
    under_probe = "under investigation|placed under investigation|being investigated"
      .. "|are investigated|were investigated|under formal investigation|put under investigation"
      .. "|being probed",
  },
  verbs = {
    outcome_deed = "released|destroyed|returned|re exported|abandoned|burned|burnt|recycled|handed back|sent back",
    capacity = "could turn out|can turn out|could produce|can produce|could make|capable of making|capable of producing"
      .. "|capable of|capacity of|capacity for|enough to make|enough to produce|enough material for",
    arrest = "led away|taken away in handcuffs|in handcuffs|hauled off|marched off",
    open_case = "record~|register~|registered|dealt with|deal with|deals with|booked|lodged",
    conclude = "ruled over|ruled in|adjudicated on",
    arrest_deed = "held in custody|kept in custody|in custody|taken into detention|led away",
    prosecute_deed = "face charges|faces charges|facing charges|face trial|faces trial|facing trial|await trial"
      .. "|awaiting trial|face prosecution|faces prosecution|facing prosecution|reported to the judicial authorities|reported to the prosecutors"
      .. "|referred to the judicial authorities|referred to the prosecutors"
      .. "|reported to the judicial authority|reported to judges|brought before prosecutors",
    refer = "referred|referring|transferred|transferring|handed over to|sent to prosecutors",
    invest = "committed|committing",
    block = "repelled|repelling",
    answer = "regretted|preferred|admitted|admitting",
    seize = "search yielded|searches yielded|raid yielded|raids yielded|unearth~|recover~",
    seize_deed = "recover~|unearth~|retriev~",
  },
}
