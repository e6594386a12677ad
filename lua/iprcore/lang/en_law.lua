--- English for the metric parser: what authorities do and count. The rows are written as in
-- en_people.lua and add to those there.
return {
  nouns = {
    police_unit = "police|public security|detectives|federal police|national police|judicial police"
      .. "|guardia civil|carabinieri|finance police|guardia di finanza|gendarmerie|sheriff|sheriffs"
      .. "|prosecutors|public prosecutors|europol|interpol|fbi|hsi|homeland security|pipcu"
      .. "|criminal investigation department|crime branch|crime department|economic crime"
      .. "|economic crimes|special agents|investigators|constables|arrest*|arrested"
      .. "|bureau of investigation",
    criminal_case = "economic crime case*|fraud case*|counterfeiting case*|ip crime case*"
      .. "|intellectual property crime case*|criminal offence*|intellectual property offence*"
      .. "|ip offence*|crimes recorded|piracy case*|smuggling case*",
    fine = "fine|fines|administrative fine*|penalty|penalties|punishment amount"
      .. "|administrative punishment*|administrative punishment amount|fines and confiscations"
      .. "|fines imposed|penalties imposed|monetary penalties|fined|administrative penalties",
    regulator = "local competent authorities|competent authorities|market regulator*"
      .. "|market supervision departments|market regulation departments|quality supervision"
      .. "|industry and commerce|aic|aics|samr|industry and commerce authorities"
      .. "|administration for industry and commerce",
    criminal_law = "judicial organs|judicial authorities|judicial departments|procuratorate*"
      .. "|public security organs|public security authorities|public security bureau*",
    goods = "medication*|pharmaceutical product*|sex pills|steroids|antibiotics|antidepressants"
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
    open_case = "record~|register~|registered|dealt with|deal with|deals with|booked|lodged",
    refer = "referred|referring|transferred|transferring|handed over to|sent to prosecutors",
    invest = "committed|committing",
    block = "repelled|repelling",
    answer = "regretted|preferred|admitted|admitting",
    seize = "search yielded|searches yielded|raid yielded|raids yielded|unearth~|recover~",
    seize_deed = "recover~|unearth~|retriev~",
  },
}
