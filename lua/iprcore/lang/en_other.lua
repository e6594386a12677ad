--- English for the metric parser: what is counted, paid or done in such reports and has no
-- key, for the rows of no_key.lua. The rows are written as in en_people.lua.

local each = require "iprcore.lang.each"

return {
  nouns = {
    other_thing = "merchant account*|complaints against our decisions|complaints against decisions|complaints against its decisions"
      .. "|complaints about decisions|internal complaint*|counter notice*|counter notification*|warning letter*"
      .. "|data subject requests|orders from authorities|warrant*|operation*|raid*|strike operation*|enforcement action*|enforcement operation*|special operation*|"
      .. "search warrant*|injunction*|subpoena*"
      .. "|inspection*|check*|spot check*|site visit*|on site visit*|patrol*|search|searches|house search*"
      .. "|control*|audit*|test|tests|analysis|analyses|examination*|interview*|meeting*|event*"
      .. "|workshop on|training workshop*|roundtable*|seminar*|webinar*|conference*|training*"
      .. "|training session*|training course*|course*|lesson*"
      .. "|campaign*|exercise*|officer*|police officer*|agent*|special agent*|inspector*|soldier*"
      .. "|official*|customs officer*|detective*|policemen|uniformed officers|volunteer*"
      .. "|vehicle*|car|cars|van|vans|truck*|vessel*|ship|ships|flight*|aircraft|horse*|dog|dogs"
      .. "|counts of|charges of|death*|injur~|victim*|patient*"
      .. "|inhabitant*|household*|student*|pupil*|worker*|passenger*|traveller*|tourist*|visitor*"
      .. "|examiner*|judge*|attorney*|prosecutor*|licence*|license*|permit*|certificate*"
      .. "|patents granted|grants of patent|renewal*|oppositions|appeal*|hearing*|verdict of"
      .. "|download*|subscriber*|follower*|page view*|impression*|click*|viewer*"
      .. "|domain name*|bank account*|payment*|transfer*|contract*|agreement*|entry|entries"
      .. "|press article*|publication of|leaflet*|poster*|brochure*|question*|enquiry|enquiries"
      .. "|phone call*|calls|e mail*|emails|message*|letter*|warning letter*|cease and desist letter*"
      .. "|thefts|theft|robber~|diversion*|incident*|accident*|mile*|kilometre*|kilometer*|square metre*"
      .. "|square meter*|square feet|hectare*|litigant*|startup*|start up*|SMEs in|chance|attack*"
      .. "|malware|pieces of malware|virus*|data breach*|personal data|personal records|password*",
    other_sum = each("market for|market in", "anti|authentication|brand protection|packaging|security|solutions|software|services|online|tracking|track and trace")
      .. "|authentication market|brand protection market|packaging market|anti counterfeiting market|profit*|bail|salary|salaries|wage*|grant*|reward*|loan*|subsid~|donation*|price*"
      .. "|unit price|rent|fee|fees|bribe*|investment|foreign investment|gdp|gross domestic product"
      .. "|ransom|cash|insurance|capital|assets|market capitalisation|market capitalization"
      .. "|market size|contract value|retail market|online retail|savings|saving*|prize*|damage suffered|preventing damage|prevented damage|damage of|damage prevented"
      .. "|merchandise volume|gross merchandise volume|gmv|turnover of|annual turnover|annual revenue",
    other_part = "chance|chances|odds|probability|likelihood|gdp|gross domestic product|employment"
      .. "|added value|workforce|population|spare time|listening time|inflation|unemployment"
      .. "|interest|profit margin|margin|market share|capacity|turnout|voters|battery|discount*"
      .. "|market|broadband|revenue|shopping|spending|growth|internet users|traffic|bandwidth",
    other_time = "prison|in prison|imprisonment|jail|jail time|in jail|sentence|sentences|behind bars|probation"
      .. "|suspended sentence|custody|validity|protection term|term of protection|warranty|ban|suspension"
      .. "|lease|study|course|training|history|experience|deadline|notice period|appeal period"
      .. "|opposition period|career|anniversary",
  },
  marks = {
    other_service = each("about|over", "late delivery|late deliveries|delivery|quality|prices|service|refunds|privacy|harassment"
      .. "|spam|hate speech|nudity|defamation|impersonation") .. "|payment partner*|payment processor*|payment provider*|payment service*|payment compan*|card network*"
      .. "|card scheme*|card compan*|credit card compan*|acquirer*|acquiring bank*|visa|mastercard|paypal"
      .. "|udrp|urs|cybersquatting|cybersquatter*|domain name dispute*|domain dispute*|domain name case*"
      .. "|dispute resolution|dispute service|domain name complaint*|domain being transferred|domains transferred|domain transferred",
    price_each = "a head|a person|each person|per employee|per worker|per capita|per person|per head|per capita|per shopper|per consumer|per household"
      .. "|apiece|a piece|per piece|per item|per pair|a pair|per unit|per bottle|a bottle"
      .. "|per pack|a pack|per kilo|a kilo|per gram|a gram|per copy|a copy|per tablet|per pill"
      .. "|prices ranging|ranging in price|sold for|being sold for|buy them for|sell them for|selling them for|as low as|sold in the market for|for each of the goods|retail at|retails at|retailing at|sells for|selling for|priced at|a subscription",
    limit = "capacity to|the capacity for|can handle|can process|can name|can take|can list|can report"
      .. "|can file|can check|can examine|limited to|limit of|a limit of|cap of|aims to|aim to|target of"
      .. "|a target of|goal of|a goal of|pledged to|promised to|promises to|undertakes to|committed itself to",
    lessons = "its workshops|our workshops|training workshop*|seminar*|webinar*|training|training course*"
      .. "|training session*|roundtable*|a workshop",
    industry = "sector|industry|industries|economy",
    -- made by the trade, or spent on something else than protection
    gain = "would have earned|have earned|earned|earning|pocketed|pocketing|made a profit|in profit"
      .. "|profit of|profits of|in profits|profiting"
      .. "|" .. each("on", "content|programming|films|shows|advertising|ads|marketing|fake|fakes|counterfeits|counterfeit|pirated|illegal"
      .. "|illicit|infringing|bogus|unlicensed|rights|replicas|imitations|knock offs|copies|them online|sales|salaries")
      .. "|on research and development|on r&d|on luxury|to rights holders|to rightsholders|to creators|to songwriters|to artists"
      .. "|to buyers|refunded|paid back",
    may_be = "could face|face a fine|faces a fine|facing a fine|requires a fine|may face|for each of the goods|could be imprisoned|stipulates|liable to a fine|maximum fine|maximum penalty|maximum sentence|may be fined|can be fined|could be fined"
      .. "|punishable|liable|could be jailed|can be jailed|may be jailed"
      .. "|upon conviction|on conviction|if convicted|if found guilty",
  },
  verbs = {
    limit = "hire|recruit|" .. each("will|would|plans to|plan to|planned to|intends to|expects to|expect to|hopes to|hope to|aims to"
      .. "|wants to|set to|pledged to|promised to|is going to|could|might|may|needs to",
      "hire|recruit|reach|hit|add|employ|take on"),
    employ = "employs|employ|employed|employing|supports|supporting|sustains|directly supports|directly supporting|provides work for",
    aside_deed = "put in touch|connected with|matched with|introduced to|letters to|wrote to|written to|emails to|contacted|calls to|visited|visiting|entered|went through|toured|briefed|trained|invited"
      .. "|informed|advised|donated|auctioned|assisted|assisting|reversed|reinstated|restored",
    look_deed = "covering|concerned|concerning|affecting|affected|naming|checks of|check of|checks on|inspections of|inspection of|searches of|listed|named|inspected|inspecting|checked|monitor~|monitored|reveal~|engaged in|engaging in|suspected of|examined|scanned|screened|searched|reviewed"
      .. "|identified|identifying|targeted|located",
  },
}
