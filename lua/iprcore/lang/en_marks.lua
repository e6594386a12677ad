--- English for the metric parser: words that say how, where or why; they may stand in any
-- part of speech. The rows are written as in en_people.lua.

-- "shopper alerts", "tips from shoppers", "shoppers reported": what people on a platform tell it
local function told(people, tellings, deeds)
  local out = {}
  for who in people:gmatch("[^|]+") do
    for what in tellings:gmatch("[^|]+") do
      for _, form in ipairs { "%s %s", "%ss' %s", "%s's %s" } do out[#out + 1] = form:format(who, what) end
      for _, form in ipairs { "%s from %ss", "%s by %ss", "%s of %ss", "%s from a %s", "%s by a %s" } do
        out[#out + 1] = form:format(what, who)
      end
    end
    for deed in deeds:gmatch("[^|]+") do
      out[#out + 1] = ("%ss %s"):format(who, deed)
      out[#out + 1] = ("%s by %ss"):format(deed, who)
    end
  end
  return table.concat(out, "|")
end

return { marks = {
  sample = "base|the base|sample|a sample of|sample of|sample size|panel of|a panel of|tracker of|poll of"
    .. "|survey of|survey among|interviews with|answers from|replies from|responses from|n =",
  each_seizure = "per seizure|per interception|per shipment|per consignment|per detention|per stop|each seizure"
    .. "|each shipment|each consignment|each interception|each detention|a seizure|a shipment|a consignment|an interception",
  into_it = "into its protection|into our protection|into its programme|into brand protection|into trust and safety|into its fight"
    .. "|into the protection|into its brand|into our brand|into its anti|into our anti|into anti|into detection|into moderation|into the work|into the fight|into fighting|into protecting|into protection|into enforcement|into the effort"
    .. "|into the programme|into the program|into combating|into tackling|into keeping|into tools|into systems",
  pace = "took|takes|take|average|median|mean|handled|answered|typically|on average|resolved",
  economy = "foreign investment|foreign direct investment|direct investment|venture capital",
  on_site = "on sale|live on the site|live on the platform|items for sale|listed for sale|"
    .. "are live|were live|items are listed|available on the marketplace"
    .. "|on the marketplace|on our marketplace|on its marketplace|on our site|on its site"
    .. "|on our platform|in its stores|in our stores|marketplace of|catalogue of|catalog of"
    .. "|selection of|assortment of|inventory of|range of|for sale in|for sale on|up for sale",
  study = "study|estimate*|economists|researchers|frontier economics|oecd|forecast*|projected"
    .. "|projection*|expected to reach|annually|per year|economic impact|mapping|mapping study"
    .. "|quantifying|economic case|estimated trade|it's estimated|it is estimated|estimated that"
    .. "|global sales|worldwide sales|globally|worldwide|icc|crossed international borders|crossed borders",
  transit = "abandoned|in transit|de minimis",
  parcel_traffic = "mail shipments|express and mail shipments|cargo containers|parcels arrived",
  social = "social media|socialmedia|facebook|instagram|twitter|telegram|whatsapp|wechat"
    .. "|snapchat|pinterest|social networks|social network",
  valid = "as valid|valid|upheld|found valid|accepted as valid|substantiated|legitimate notices"
    .. "|well founded|justified|accepted",
  shut_site = "locked|lock|put on hold|deactivate~|disable~|shuttered|revoke~|delete~|website closed|taken offline|suspended|shut|seized|closed|blocked|removed"
    .. "|taken down|disrupted|dismantled|offline|deleted|taken over|took control of|taken control of|knock~|knocked|knocked offline"
    .. "|ordered blocked|to be blocked|brought down|block~|put out of action|seize~|switched off"
    .. "|unplug~|suspend~|unavailable|took over|take over|takes over|cut off|domain name takedown*"
    .. "|domain takedown*|website takedown*|site takedown*|domain seizure*|shutdown*|shut down"
    .. "|shutting down|takedown of",
  lodge = "file~|filed|lodge~|submit~|submitted|submits|submitting|receive~|got|sent|accept~|send|bring|brought|initiate~"
    .. "|came in|arrived|reached|submitt~|filed by",
  receive = "receive~|got|accept~|registered|admitted|took on|take on|new|filed|took in|newly received"
    .. "|taken in|lodged|logged|docketed|brought|seized of|reached|come in|arrived"
    .. "|accepted for hearing"
    .. "|brought before|came before|landed before|landed at",
  live = "who list|that list|which list|sellers list|merchants list|traders list|live|active|carried|available|on sale|on the site|hosted|online at any time|at any moment|at any time|at any given time|on the platform|listed"
    .. "|on offer|for sale|live at|in the catalogue|publications live|online at"
    .. "|carries|carry|catalogue holds|hosts|host|catalog|listed at"
    .. "|range|catalogue|its stores|at any one time|any one time|live at any|stock~|searchable"
    .. "|for sale in|for sale on|up for sale",
  operate = "lent a hand|lent support|lend a hand|pitched in|sent officers|were involved|acted together|helped out|sweep|sweeps|raids|took part|take part|participat~|participated|involv~|run by"
    .. "|mobilis~|mobilised|mobilized|joined|worked side by side|cooperat~|worked with|work with"
    .. "|collaborat~|operation|run|coordinated|joined forces|taking part|carried out|spanning"
    .. "|worked alongside|partner~|teamed up with|brought together|joint|participating|campaign"
    .. "|week of action|crackdown|joint operation|operations|simultaneous|simultaneously"
    .. "|joint action|action day|action days|took action|participants|coordinated action"
    .. "|enforcement|participating countries|states taking part|countries taking part"
    .. "|partner countries|participating states|participating nations|members taking part"
    .. "|in the operation|during the operation|covered by the operation|cover|covering|covered|ran|worked|supported|helped|assisted|netted"
    .. "|pangea|opson",
  work = "for the purpose|for that purpose|for this purpose|to that end|on this|do nothing but|does nothing but|whose job|whose only job|to protect|protect ip|protect brands|protect rights|work|works|working|dedicated|on the job|keeping|devoted|focused on|tasked|full time|team"
    .. "|into keeping|protecting|fight|fighting|combat|devoted to|work on|fulltime"
    .. "|on staff|tackling|policing|enforcing|patrol|patrolling|combating|combatting|headcount"
    .. "|people strong|payroll|workforce|counterfeiting team|look after|looking after"
    .. "|look after intellectual property|guard|guards|check listings|checking listings"
    .. "|fight against|fights|tasked with|in charge of|assigned to|moderation|on ip"
    .. "|trust and safety|round the clock|brand protection|anti piracy|anti counterfeiting"
    .. "|protection team|devote~|keep fakes|keeping fakes|brand protection team|enforcement team"
    .. "|anti counterfeiting team|enforcement unit",
  handle = "handle~|handled|investigat~|dealt with|processed|heard|closed|conclude~|cracked|decided|adjudicat~",
  before_sale = "nobody had bought|no one had bought|nobody had ordered|no one had ordered|nobody bought|before anybody bought|before a single sale|before anyone could buy|without having sold|before any sale|before the first sale|before being sold|without a single sale|"
    .. "before they could be sold|before a sale|before a single sale took place|before anyone bought|before it sold|before they were sold|before they sold|zero sales|no sales|prior to any sale|prior to a sale|before a single purchase|before a customer|without a sale|had no sales|before any purchase|before any transaction|before a single transaction|before a purchase|never sold|not sold|sold once|sold a single|before a single item was sold|before any were sold|before making a sale|before making a single sale|before sales|before anyone had bought|ahead of any sale|before any buyer|before a buyer"
    .. "|with no sale yet|no sale yet|with no sale|with no sales|before any order"
    .. "|before the first order|without a single order|before anyone ordered|no buyer"
    .. "|without any sale|prior to being sold|before customers bought|before anyone could order"
    .. "|pre sale"
    .. "|no sale|no sales|had not sold|not sold a single|had never sold|before selling"
    .. "|before they had sold|before it had sold|sold a single unit|sell a single"
    .. "|before anyone bought|anyone bought|single sale|not a single sale|without selling"
    .. "|before any customer|had yet to sell|first sale|first order|before buyers|made no sale"
    .. "|before it was sold|before one was sold|recorded an order|had an order"
    .. "|had recorded an order",
  proactive = "its own initiative|their own initiative|our own initiative|its own finds|our own finds|its own doing|proactive|before it was reported|before they are reported|before it is reported"
    .. "|before people reported|before anyone reported it|before users reported it"
    .. "|before being flagged|before any rights holder|before a rights holder|before rights owners"
    .. "|before any brand|before brands|before anyone complained|before a complaint"
    .. "|before any complaint|before any notice|proactively|on our own initiative"
    .. "|on its own initiative|own initiative|by itself|own controls|automated|without a report"
    .. "|before a report|automatic|own systems|on its own|own detection|before being reported"
    .. "|before a brand|before rights holders|before anyone reported|before they were reported"
    .. "|own technology|self initiated|algorithm*|machine learning|preemptively|automatically"
    .. "|it spotted|own monitoring|found by its own|own motion|in house detection"
    .. "|before a brand ever had to|proactive controls|proactive measures|own tools"
    .. "|before receiving|before users reported|before any user reported|ai systems|by automation"
    .. "|technology alone|detected by technology|in house teams|in house team|own teams|own team"
    .. "|by its own teams|own filters|its filters|filters caught|image matching|no report needed"
    .. "|came before any complaint|own software|by its own software|automatic detection"
    .. "|detection tools|proactively by|without being asked|of its own accord|unprompted"
    .. "|by technology|ai models|ai|artificial intelligence|automated tools|automated systems"
    .. "|before a rights owner|before a complaint was made|picked out by|caught by its own"
    .. "|its own systems|own checks|scanning tools|before brands reported|self detected"
    .. "|internal detection|unreported|own accord|without any complaint|without a complaint"
    .. "|without a notice|without any notice|without waiting|brand had to report"
    .. "|had to report them|before a brand had to|before brands had to|our own tools|its own tools"
    .. "|on their own initiative|of their own accord|on our own|by our own|before they ever"
    .. "|before it ever|proactive share|before it came to|without prompting|before anyone"
    .. "|before anybody|before users|before the brand|technology found|classifiers"
    .. "|before ever appearing|before they ever appeared|before it ever appeared|found by software"
    .. "|by our systems|by its systems|by their systems|by our tools|by our teams|by our filters|by its filters|by its tools|by our technology|by its technology|by our algorithms|by our software|by our moderators|itself found|by ourselves|before any report|before anyone had reported|without having been reported"
    .. "|before it had been reported|before being notified|without being notified|before the first report|no one had reported|nobody had reported|not been reported|ahead of any report|ahead of any complaint|with no report|without a single report|without a single complaint|before a user report",
  by_report = told("consumer|shopper|buyer|customer|user", "report*|alert*|tip*|tip off*|complaint*|flag*|warning*",
    "reported|alerted us to|tipped us off")
    .. "|consumers' reports|reports of consumers|shopper tip offs|tip offs from shoppers|consumer tip offs|"
    .. "tips from consumers|tips from shoppers|consumer report*|reports from consumers|reports by shoppers|reports from our own shoppers|customer report*|"
    .. "flagged by customers|flagged by alibaba customers|reported by consumers|reports by users|users reported|reported by users|reports from shoppers|from shoppers|flagged by shoppers|flagged by consumers|reported by shoppers|shoppers reported|user report*|consumer complaint*|consumers' report*|consumer tip*|reports by consumers|reports from users|reported by customers|reports from customers|consumers reported|customer complaints|shopper reports|member reports|reported by members|members reported|community reports|buyer reports|reported by buyers|flagged by users|shoppers reporting|alibaba customers"
    .. "|tip offs from users|tipped off by shoppers|after complaints from shoppers"
    .. "|after customers complained|after buyers complained|customer tip*"
    .. "|following reports from shoppers|reported by the public|consumer alerts|shopper alerts"
    .. "|after shoppers reported|on the word of shoppers|complaints from buyers"
    .. "|complaints from shoppers|buyer complaints"
    .. "|shopper complaint*|reports from consumer*|tips from shopper*|flagged by buyer*"
    .. "|flagged by shopper*|customer report*|consumers' tip off*|consumer alert*"
    .. "|shoppers' reports|shoppers' tips|shopper tip*|buyers' reports|buyer tip*"
    .. "|customers' reports|users' reports|tips from users|tips from customers|tips from buyers"
    .. "|word from shoppers|told by shoppers|reported by a shopper|consumers told"
    .. "|tip offs from consumers|tip offs from customers|tip offs from buyers|public reports"
    .. "|reports from the public"
    .. "|reports of consumers|consumer complaints|customers' complaints",
  within_day = "within 24 hours|within a day|within one day|in 24 hours|within one business day|within 24h|inside 24 hours|in under 24 hours|in less than 24 hours|in a day|inside a day|within one working day|same day|within the day|inside 24h|under 24 hours|within twenty four hours|less than 24 hours|in one day|in less than a day|within 1 day|within 1 business day|within hours"
    .. "|within the same day|before a day was out|by the next day|next day|in 24 h|24 hour"
    .. "|inside one day|in under a day|on the day they arrived|within twenty four hours of"
    .. "|within a working day|within a business day|within one business day|in one working day"
    .. "|within the same working day|in a working day|before the day was out|24 hours of",
  infringe = "infring~|infringing|infringement*|counterfeiting|counterfeit|suspected infringement|violat~|ip violations|fake"
    .. "|violation*|breach~",
  origin = "sends|who sends|who sent|senders|origin|source|was the source of|were the source of|originated in|originated from|came from|comes from|originat~|originated|came from|come from|provenance|made in|shipped from|coming from|sent from|sources|exporting|source country|dispatched from|of origin|source economy|traced to|provenance economies|source of|produced in|originating from|"
    .. "originating in|despatched from|sent out of|came out of|were sent from|were shipped from|departed from|"
    .. "exported from|place of origin|country of origin|countries of origin|country of provenance|manufactured in|"
    .. "hailed from|traced back to|main source|top source|leading source|biggest source|largest source",
  criminal_law = "law enforcement|police|criminal|prosecutors|public security|courts|sued|law"
    .. "|regulator|regulators|authorities|market regulator|public prosecutors|detectives|raids"
    .. "|bureau of investigation|investigators|federal police|national police|prosecution"
    .. "|judicial police|guardia civil|carabinieri|trading standards|homeland security|hsi|fbi"
    .. "|interpol|europol|agents|federal agents|sheriff|sheriffs|police officers|constables"
    .. "|gendarmerie|guardia di finanza|finance police|customs police|economic police"
    .. "|city of london police|pipcu|bka|officers|special agents|investigative unit"
    .. "|homeland security investigations|national bureau of investigation"
    .. "|federal bureau of investigation|criminal investigation department"
    .. "|criminal investigations division",
  answer = "say|said|admit~|bought|buy|worry|would|believe~|prefer~|agree~|picked up|accessed|consider~|thought|think|see|victims|intention~|"
    .. "intentionally|knowingly|unknowingly|aware|used|purchased|recorded in|survey*|survey|voiced|went to court|wondered|wonder~|experienced|encountered|suffered|received|regret~|ended up|plan|planned|willing|prepared|would consider|reported that|cited|justif~|do not|did not|seek|choose|chose|aged|report having|know|felt|find|trust|returned the survey|feel|stream|streamed|download~|reported|returned"
    .. "|expect|expects|call|calls|would stop|own up|never"
    .. "|regard|regards|named|assume|assumes|fear"
    .. "|fears|doubt|doubts|oppose|favour|favor|admit to|confess|confessed"
    .. "|understand|understands|recognise|recognize|told|reckon|reckons|insist|feel that"
    .. "|intend|intends|justify|nothing wrong|accept|accepts|blame"
    .. "|blames|identify|struggle|struggles|cannot|can not|suspect|suspects|bought a fake"
    .. "|have bought|had bought|experience|stopped buying|ranked|satisfied|rely on|lack"
    .. "|received fakes|on purpose",
  lawsuit_verb = "file~|filed|lodged|brought|launched|initiated",
  purchase = "test purchased"
    .. "",
  alliance = "aacd|iacc|indicam|unifab|andema|bascap|alliance|alliance roster|anti counterfeiting alliance|aaca|coalition|consortium|anti counterfeiting collaboration|anti counterfeiting alliance's|ace|memorandum of understanding|mou"
    .. "|anti counterfeit council|anti counterfeiting council|brand council|council"
    .. "|working group|brand alliance|industry coalition|anti piracy coalition|partnership"
    .. "|taskforce|club|advisory council|consortia|network of brands"
    .. "|coalition|association|anti counterfeiting group|trade body|roster|federation"
    .. "|union of brands|network of rights holders|anti piracy alliance",
  administrative = "administrative|administratively|market regulation authorities|market regulators|market supervision|local authorities handled"
    .. "|market supervisors|market supervision bureaus|administrative departments"
    .. "|administrative bodies|administrative enforcement",
  survey_verb = "survey~|put its questions|put questions|asked|questionnaire*|pollsters|canvassed"
    .. "|polled|interviewed|questioned|responded|returned the survey|took part in the survey"
    .. "|sampled|survey|polling|poll|polls|poll of|spoke to|spoke with|interviewers|panel"
    .. "|fieldwork|online interviews|replied|took the survey|sample|sample of|question|questions"
    .. "|barometer|perception study|perception|opinion|opinion poll|study of consumers|answered"
    .. "|quizzed|asked whether|pulse|interviews|interviews with|interviewees|fieldwork among"
    .. "|those asked|online survey|telephone survey|household survey|polls among|answers from"
    .. "|drew on",
  msrp = "msrp|domestic value|seizure value|value seized|market value|estimated retail value|retail value|street value|manufacturer's suggested retail price"
    .. "|domestic retail value|estimated msrp|full retail price|retail price|at retail prices"
    .. "|at retail|genuine retail price|recommended retail price|rrp",
  if_real = "had they been genuine|had it been genuine|had they been real|if genuine|been genuine"
    .. "|been real|been authentic|if authentic|if real|if they were genuine|if sold as genuine"
    .. "|would have fetched|would have sold for|would have cost|would have been worth"
    .. "|would have brought|have fetched|would fetch|on the domestic market|at retail prices"
    .. "|if they had been genuine|had the goods been genuine|as originals|price of the originals"
    .. "|genuine equivalents|taken at the price of originals|were they genuine|were they real"
    .. "|were it genuine|had the watches been|if they had been real|genuine price"
    .. "|if the goods were genuine|had they been authentic",
  asked = "up to|as much as",
  other_deed = "can|may|might|must|should",
} }
