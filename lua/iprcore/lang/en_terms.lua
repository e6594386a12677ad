--- English for the metric parser: the things and deeds that key rows speak of.
-- One row a concept; a star adds the plural, a tilde the forms of a regular verb.
-- A phrase may stand in several rows. `verbs` are deeds; they also end a noun phrase.
local M = {}

M.nouns = {
  -- people and firms
  person = "person|persons|people|individual*|suspect*|criminal suspect*|man|men|woman|women|offender*|"
    .. "defendant*|perpetrator*|ringleader*|trafficker*|smuggler*|criminal*|culprit*|fraudster*|"
    .. "others|pirates|infringers|counterfeiters arrested|gang members|citizens|nationals",
  suspect = "suspect*|criminal suspect*|offender*|defendant*|ringleader*|culprit*|perpetrator*|criminal*",
  seller = "seller*|merchant*|vendor*|trader*|bad actor*|third party seller*|selling partner*|selling account*|"
    .. "seller account*|merchant account*|shop owner*|store owner*|store operator*|repeat infringer*|dealer*|"
    .. "infringing seller*|small and medium business*|small and medium sized business*|"
    .. "independent seller*|online seller*|retailers on the platform|cross border seller*|shopkeepers|smbs",
  business = "business*|company|companies|firm*|enterprise*|corporation*|entity|entities|manufacturer*|operator*|trader*",
  store = "store*|shop*|storefront*|online store*|online shop*|outlet*|e shop*|webshop*|web shop*|boutique*",
  buyer = "buyer*|customer account*|active buyer*|shopper*|annual active consumer*|active user*|active consumer*|customers worldwide|"
    .. "monthly active user*|unique buyer*|annual active buyer*|active customer*|unique visitor*|mobile user*",
  consumer = "consumer*|customer*|shopper*|user*|buyer*|member of the public|members of the public|the public",
  creator = "creator*|influencer*|livestreamer*|streamer*|affiliate*|live streamer*|kol|kols|host*|content creator*|"
    .. "broadcaster*|anchors|hosts",
  counterfeiter = "counterfeiter*|alleged counterfeiter*|infringer*|bad actor*|criminal*|counterfeit seller*|suspected counterfeiter*",
  gang = "gang*|criminal group*|organised crime group*|organized crime group*|criminal network*|crime group*|syndicate*|"
    .. "ring|rings|criminal organisation*|criminal organization*|crime ring*|criminal gang*|counterfeiting network*|ocg|ocgs|crime network*|crime syndicate*",
  rights_holder = "trademark owner*|copyright owner*|rights owner*|trade mark owner*|rights holder*|right holder*|rightsholder*|rightholder*|rights owner*|brand owner*|"
    .. "ip owner*|ip holder*|trademark owner*|trade mark owner*|copyright owner*|ip rights holder*|rights holder account*|rights holders' account*|copyright holder*|ipr holder*|intellectual property owner*",
  member = "member*|roster*|member compan*|membership|signator*|partner*|participant*|member compan|"
    .. "brand partner*|member brand*|representative*",
  brand = "brand*|brand owner*|luxury brand*|international brand*|global brand*|trademarks represented|label*",
  staff = "staff|employee*|specialist*|expert*|professional*|investigator*|headcount|personnel|moderator*|"
    .. "reviewer*|engineer*|data scientist*|software developer*|agents and reviewers|full time staff|workforce|team member*|analyst*",
  agency = "agency|agencies|law enforcement agenc*|law enforcement bodies|police force*|team*|law enforcement team*|"
    .. "administration*|customs authorit*|customs administration*|authority|authorities|customs offices|unit*|"
    .. "customs services|departments|police departments|regulator*|law enforcement authorities|law enforcement agency|bureau*|brigades|forces|enforcement agencies|law enforcement agencies|task force*|district and county law enforcement agencies",
  country = "country|countries|member states|member state|nation|nations|economy|economies|jurisdiction*|territory|territories|european countries|eu countries|eu member states|eu member state",
  respondent = "respondent*|participant*|interviewee*|people surveyed|companies surveyed|consumers surveyed|"
    .. "survey participant*|people polled|local authorit*|sample|interviews|people interviewed|persons interviewed|respondents surveyed",
  surveyed = "consumer*|shopper*|respondent*|european*|young people|young european*|youngster*|citizen*|adult*|"
    .. "people|americans|britons|parents|participant*|sme*|small firms|companies|company|business*|brands|firm*|youth|youths|women|men|victim*|"
    .. "customers|buyers|internet users|smes|local authorit*|professionals|executives|students|teenagers|gen z|millennials|"
    .. "young consumers|online shoppers|luxury shoppers|population|persons|public|marketers|manufacturers|marketing decision makers|decision makers|organisations|organizations|right holders|rights holders|authorities|brand owners|europeans|eu citizens|chinese consumers|internet population|teens|generation z|council*|individuals|users",
  -- things on a platform
  listing = "listing*|product listing*|offer*|product page*|item listing*|product link*|ad listing*|suspect listing*|"
    .. "suspected listing*|infringing listing*|product detail page*|detail page*|publication*|"
    .. "counterfeit listing*|product*|marketplace listing*|suspicious listing*|bad listing*|items for sale|goods listing*|restricted product*|auctions|auction*|offers for sale|infringing offer*",
  link = "link*|url*|search result*|web link*|infringing link*|copyright link*|web address*|infringing url*|pirate link*|hyperlink*|search link*",
  content = "video*|post*|livestream*|live stream*|advert*|ad|ads|advertisement*|clip*|content|live room*|"
    .. "short video*|live session*|livestream session*|broadcast*|stream*|pieces of content|piece of content|"
    .. "pieces|comments removed|photo*|songs|media posts|social media post*|app*|marketplace posts|uploads|upload*|livestreams|live broadcasts|advertising",
  account = "account*|rights holder account*|registered account*|user account*|profile*|user profile*",
  social_account = "social media account*|social media profile*|social account*|social network account*|"
    .. "facebook account*|instagram account*|facebook page*|social media page*|social media group*|accounts on social media|social network profile*|social media pages",
  user = "user*|registered user*|member account*|account holder*|registrant*",
  ipp = "ipp|ipp platform|intellectual property protection platform|ip protection platform|reporting portal|"
    .. "rights protection platform|ip portal|brand registry|ipp plus|rights holder account*|"
    .. "reporting platform|vero|brand portal|protection portal|protection platform|ipr portal|notice portal|brand rights protection|rights manager|intellectual property protection portal|brand protection portal|brand protection program|brand protection programme|validated",
  registration = "registration*|bad selling accounts|bad actor accounts|suspect selling accounts|account creation*|account creation attempt*|seller registration*|new account*|"
    .. "signup*|sign up*|account opening*|applications to sell|seller application*|seller account application*|registration attempt*|onboarding|attempted seller registrations|attempted registrations|account registrations",
  attempt = "attempt*|account creation attempt*|registration attempt*|attempted registration*|"
    .. "attempted seller registrations|attempted account creations|attempted account registrations|seller account creation attempts|bad actor attempts",
  flag = "flag*|flagged item*|report of suspicious|reports of suspicious|member flags|user flags",
  request = "takedown request*|removal request*|notice*|takedown notice*|complaint*|claim*|request*|takedown*|ip takedown*|"
    .. "infringement notice*|infringement report*|infringement complaint*|copyright notice*|trademark notice*|"
    .. "notification*|infringement claim*|intellectual property report*|ip report*|ip complaint*|dmca notice*|"
    .. "dmca request*|removal notice*|ip claim*|reports|take down*|take down request*|take down notice*|counterfeit report*|copyright report*|trademark report*|notices of infringement|notices of claimed infringement|reports of infringement|reports of ip infringement|ipr complaint*|ip infringement report*|infringement request*|delisting request*|copyright removal request*|copyright takedown notice*|reports from rights holders|submissions|submission*|intellectual property notice*|ip notice*|counterfeit notice*|copyright complaint*|trademark complaint*|notices submitted|notices of alleged infringement|alleged infringement notice*|infringement notification*|removal requests|copyright removal notice*|trade mark report*",
  data_request = "requests from authorities|requests for user information|requests for user data|information requests|government requests|"
    .. "data requests|disclosure requests|requests for information|requests from law enforcement|authorities' requests",
  valid_notice = "valid notice*|valid infringement notice*|valid notices of infringement|accepted as valid|valid complaint*|valid report*|valid notices of potential infringement|valid claim*",
  copyright = "copyright|dmca|copyrighted",
  ip_right = "ip right*|ipr|iprs|intellectual property right*|validated ip right*|registered right*|"
    .. "trademark*|trade mark*|ip asset*|registered trademark*|validated right*|intellectual properties|registered ips|ips|ip portfolios|pieces of ip",
  unit_item = "product unit*|unit*|product*|serialised unit*|codes|serialized unit*|transparency codes|unique codes|qr codes",
  test_purchase = "test purchase*|test buy*|test buying|mystery purchase*|trap purchase*|trial purchase*|mystery shopping purchase*|mystery buys",
  order = "order*|sale*|sold|transaction*|order placed|purchases|products sold|units sold|items sold|products ordered|units ordered",
  suspected_fake = "suspected counterfeit*|suspected fake*|return requests|return request*|refund*|refund request*|suspected counterfeit goods|orders suspected|suspected infringing goods|goods sent back|returns|suspected counterfeit orders|fake related returns",
  counterfeit_complaint = "rate of customer complaints|rate of complaints|counterfeit complaint*|complaint of counterfeit|fake complaint*|complaint about counterfeits|"
    .. "complaints of counterfeits|a counterfeit complaint|counterfeit claim*|counterfeit infringement complaint*|complaints about fakes|a complaint from a buyer|authenticity complaint*",
  removal = "removal*|takedown*|deletion*|delisting*",
  page_change = "page change*|attempted page changes|changes to product pages|attempted changes|changes",
  -- goods
  goods = "goods|packet*|item*|product*|article*|fake*|counterfeit*|merchandise|piece*|counterfeit good*|counterfeit item*|"
    .. "counterfeit product*|fake product*|fake good*|fake item*|package*|unit*|garment*|toy*|medicine*|shoes|handbag*|bag*|"
    .. "clothing|footwear|cosmetics|perfume*|watches|cigarettes|pills|tablets|medical device*|device*|mask*|"
    .. "devices|materials|raw materials|sanitiser|sanitizer|bottles|pairs|copies|parcel*|drugs|food|drinks|alcohol|wine|"
    .. "spare parts|car parts|batteries|accessories|sunglasses|jewellery|jewelry|electronics|phones|vaccines|test kits|"
    .. "contraband|fake medicines|labels|packaging|counterfeit labels|haul|stock|infringing goods|infringing items|infringing product*|counterfeit and pirated goods|illicit goods|counterfeit medicines|doses|units of medicine|falsified medicines|tonnes|kilograms|litres|stickers|tags|logos|components|machines|liquor|cartons|boxes|sets|t shirt*|shirt*|trainers|sneakers|jerseys|football shirts|sportswear|apparel|chips|integrated circuits|dvds|cds|discs|books|pharmaceuticals|medicinal products|fertiliser|pesticides|toothpaste|beverages|counterfeits seized|sham goods|knock offs|knockoffs|replicas|fake goods|wine bottles|hygiene products|personal protective equipment|ppe|veterinary medicines",
  shipment = "shipment*|consignment*|parcel*|package*|container*|cargo|express parcel*|imports|mail items",
  seizure = "seizure*|seizures of infringing goods|seizures of counterfeit goods|seizures of fake goods|seizures of fakes|"
    .. "seizures of counterfeits|seizures of ip infringing goods|seizures of counterfeit and pirated goods|"
    .. "seizures of counterfeit products|seizures of infringing products|crackdowns on goods|detention*|interception*|customs seizure*|customs case*|customs detention*|seizure line*|ipr seizure*|detention case*|import suspension*|border seizure*|"
    .. "crackdown*|shipment*|consignment*|suspended shipment*|ip seizure*|suspensions|suspension*|border detention*|customs interventions|seizure cases|cases of detention|batch*|seizures made|suspension of release|interdictions",
  customs_case = "case*|lines|line|import case*|infringement case*|cases of infringing goods|procedures|procedure*",
  customs = "customs|korean customs|korea customs|japan customs|hong kong customs|china customs|us customs|chinese customs|"
    .. "german customs|french customs|uk customs|dutch customs|italian customs|spanish customs|polish customs|indian customs|border|borders|cbp|border force|importation|import suspension*|import*|hsi|ports of entry|port of entry|u.s. customs and border protection|border officials|border agents|external border|eu border|at the border|customs authorities|seizures|crackdowns|border protection",
  parcel = "parcel*|package*|shipment*|mail item*|packet*|container*|consignment*|postal item*|vehicle*|vessel*|shipping containers|inspections|items of mail|postal packages",
  visit = "visit*|infringing visit*|site visit*|piracy visit*|page view*|pirate visit*|download*|visits to piracy sites|hits",
  pirated = "pirated copy|pirated copies|pirated publication*|illegal publication*|pirated book*|pirated good*|pirated disc*|"
    .. "pirated dvd*|pirated cd*|illegal copies|pirated product*|pirated audio visual products|infringing copies|illegal publications|pirated works",
  piracy = "piracy|pirate site*|piracy site*|pirate|pirated content|illegal stream*|illegal download*|infringing visit*|piracy websites|infringing sites|pirate websites|pirated|infringing|unlicensed content|illicit streaming|digital piracy",
  website = "website*|site*|domain*|domain name*|web site*|web page*|internet site*|online site*|illegal website*|counterfeit website*|web domain*|web shop*|infringing website*|rogue website*|pirate site*|illicit websites|counterfeit selling websites|web pages|webpage*|platforms|streaming platforms|servers|app|apps|mobile apps",
  facility = "facility|facilities|workshop*|factory|factories|plant|plants|production site*|storage site*|warehouse*|den|dens|"
    .. "hideout*|laborator*|laboratory|laboratories|lab|labs|secret lab*|clandestine lab*|manufacturing site*|production line*|production and storage site*|manufacturing hub*|"
    .. "production facilit*|location*|manufacturing facilities|manufacturing and distribution facilities|storage facilities|production facilities|storage facility|manufacturing facility|distribution centres|counterfeiting operations|illegal factories|illegal workshops|production plants|print shops|printing facilities|distribution points|outlets raided|depots|depot*|stash houses|places|underground factories|underground workshops|farms",
  lead = "lead*|tip|tips|tip off*|referral*|clue*|intelligence packages|intelligence lead*|case lead*|investigative lead*|ip related lead*|criminal lead*|leads passed|tipoff*",
  -- justice
  arrest = "arrest*|detentions of suspects|arrest warrant*|arrests made|apprehensions|house arrests",
  conviction = "conviction*|guilty plea*|sentences|guilty verdict*|guilty pleas|custodial sentences",
  indictment = "indictment*|charges brought|persons indicted|criminal charges",
  prosecution = "prosecution*|public prosecution*|cases prosecuted|referrals to prosecutors|criminal prosecutions",
  lawsuit = "lawsuit*|civil suit*|civil action*|civil lawsuit*|suit|suits|civil case*|civil litigation|civil complaints|legal actions|civil claims|civil proceedings|litigation|legal action|civil law suits|civil complaint filed",
  case = "case*|matter*|dispute*|case filings|proceedings",
  criminal_case = "criminal case*|criminal investigation*|investigation*|probe*|inquiry|inquiries|cases opened|enquiries|judicial investigations|ip criminal cases|judicial proceedings|criminal proceedings|criminal ip cases|crime cases",
  admin_case = "administrative case*|administrative infringement case*|trademark infringement cases|administrative enforcement case*|patent infringement dispute*|patent dispute*|administrative penalt*|administrative penalties|trademark cases|trademark violation*|patent administrative case*|administrative proceedings|illegal trademark cases|patent infringement cases|administrative rulings|administrative adjudication*|administrative punishments|copyright infringement and piracy cases",
  court = "court*|tribunal*|judicial|first instance|people's court*|courts nationwide|supreme people's court|judges|judge",
  court_case = "court case*|first instance case*|ip case*|ip lawsuits|new cases|intellectual property case*|new ip cases|first instance ip cases|civil ip cases|ipr cases|trials|cases of first instance|ip civil cases|ip related cases",
  punitive = "punitive damages|punitive",
  damages = "damages|fine|fines|confiscation*|compensation|penalty|penalties|award|awards|judgment*|settlement*|restitution|proceeds of crime|proceeds|confiscation order*|forfeiture|statutory damages|costs orders|payout|hand over|pay back|repay|criminal proceeds|confiscation orders|monetary relief",
  measure = "measure*|protective measure*|protection measure*|enforcement measure*|customs protection measures|border protection measure*|ip protection measures",
  recordal = "recordal*|recordation*|recorded right*|application for action|applications for action|afa|afas|registrations of ip with customs|customs registrations|customs recordation*|new recordations|ipr recordation*|recordal application*|import suspension application*|import suspension applications|applications for customs action|recorded trademarks and copyrights|recorded copyrights and trademarks",
  filing = "filing*|application*",
  patent_application = "applications for invention patents|patent application*|patent filing*|invention patent application*|patents filed|patent applications filed|pct application*|applications for patents|pct filing*|international patent application*|invention applications",
  -- money, shares, people's answers
  spending = "spending|investment*|expenditure|budget|funding|outlay*|spend|invested|resources|funds|costs of enforcement",
  trade = "trade|trade in counterfeit goods|trade in counterfeits and pirated goods|imports of fakes|trade in fakes|traded worldwide|traded|world trade|global trade|international trade|import*|imports|goods traded|world imports|eu imports|trade in counterfeits|trade in fakes|imports into the eu|international commerce|worldwide trade|illicit trade|trade in counterfeit and pirated goods|exports|fakes traded|trade in fake goods|imported goods|all imports|counterfeit imports",
  counterfeit = "counterfeit*|trade in counterfeits|trade in fake goods|trade in counterfeit and pirated goods|"
    .. "counterfeit imports|fakes traded|illicit trade|trade in counterfeit goods|trade in counterfeits and pirated goods|fake*|pirated|counterfeiting|counterfeit and pirated goods|fake goods|infringing|bogus|knock off*|counterfeit goods|piracy|fake and pirated goods|counterfeit products|illicit|sham|imitation*|suspected infringement|imports of fakes|trade in fakes|replica*|fake products|counterfeited",
  sales = "sale*|sales|revenue|turnover|revenues|taxes|tax revenue|tax|tax revenues|business|sales revenue|excise|vat|income|government revenue|earnings|sales losses|lost sales|direct sales|retail sales|direct lost sales|gross domestic product lost",
  job = "job*|jobs|employment|position*|workers|direct jobs|direct employment|work places",
  software = "software|pc software|installed software|installed pc software|unlicensed software|copies|programs|pirated software|software installed|programs installed",
  unlicensed = "unlicensed|not properly licensed|without a licence|without a license|lacked a proper licence|unlicensed software|not licensed|properly licensed|unlicensed copies|piracy rate|lacked|pirated software|illegal software|without proper licensing|proper licence|proper license|software piracy",
  value = "value|msrp|retail value|domestic value|market value|estimated value|worth|manufacturer's suggested retail price|street value|estimated retail value|total value|valued|retail price*|suggested retail price|appraised|sums|retail prices|haul|black market value|commercial value|resale value|amount involved|sum|amount|estimated msrp|value of goods",
  average = "average|mean|average value|on average|median|averaged",
  involved = "involved|the amount involved|value of the goods involved|case value|value involved|sums involved|involving|sum involved|amounts involved|goods involved|amount involved|total amount involved|total value of the cases|value of cases",
  crime = "crime|ip crime|intellectual property crime|criminal activity|ip related crime|organised crime|criminal cases|criminal case|police|criminal|offences",
  satisfaction = "satisfaction|public satisfaction|satisfaction score|satisfaction index|satisfaction rate|social satisfaction|satisfaction with ip protection",
  share = "share|proportion|percentage|portion|part|rate|total|shares",
  success = "success rate|compliance rate|removal rate|acceptance rate|action rate|takedown rate|rate of removal|approval rate|rate of compliance",
  processing_time = "processing time*|response time*|handling time*|turnaround|turnaround time|average time|time to process|time to resolve|median time|average processing time|average response time|time taken|time",
  -- kinds that facets name
  region = "europe|european|european union|eu|asia|asian|asia pacific|apac|americas|the americas|america|north america|latin america|africa|"
    .. "african|middle east|oceania|emea|us|u.s.|usa|united states|american|uk|united kingdom|britain|british|japan|japanese|china|chinese|mainland china|"
    .. "hong kong|taiwan|korea|south korea|korean|india|indian|vietnam|vietnamese|thailand|thai|singapore|malaysia|indonesia|philippines|"
    .. "turkey|türkiye|turkish|russia|russian federation|germany|german|france|french|italy|italian|spain|spanish|netherlands|belgium|poland|"
    .. "portugal|greece|ireland|sweden|denmark|norway|finland|switzerland|austria|ukraine|morocco|egypt|united arab emirates|uae|dubai|"
    .. "pakistan|bangladesh|cambodia|brazil|mexico|canada|canadian|australia|australian|peru|colombia|argentina|chile|new zealand|"
    .. "south africa|nigeria|kenya|israel|saudi arabia|iran|lebanon|romania|bulgaria|hungary|czech republic|slovakia|lithuania|latvia|"
    .. "estonia|cyprus|malta|luxembourg|croatia|slovenia|asia pacific region|rest of the world|other countries|overseas|domestic|foreign|guangdong|zhejiang|yiwu|shenzhen|beijing|shanghai|fujian|jiangsu|senegal|panama|international|greater china|southeast asia|eastern europe|western europe|emirates|macao|macau|kuwait|oman|jordan|syria|tunisia|algeria|moldova|serbia|albania|georgia|belarus|kazakhstan|sri lanka|nepal|myanmar|laos",
  channel = "post|postal|mail|express|courier|express mail|express courier|international mail|postal service*|express parcel*|express consignment*|"
    .. "air|air freight|sea|sea freight|ocean|road|rail|freight|cargo|small parcel*|small package*|postal traffic|postal parcel*|e commerce|online|vessel|"
    .. "maritime|truck|air cargo|postal items|courier and post|mail and express|air transport|sea transport|road transport|postal channel|non postal|cross border e commerce|international post|air express|parcel post|passenger|baggage|luggage|de minimis|social media|containers|sea containers|general cargo|express carriers|postal route|by mail|general freight|ecommerce|delivery services|marketplaces|online platforms|freight channel|small consignments",
  media = "film|films|tv|television|music|publishing|software|games|movies|movie|manga|anime|ebooks|books|streaming|sports|live sports|"
    .. "video games|e books|press|newspapers|magazines|tv content|audiovisual|series|web downloads|torrents|torrent|ripping|public torrents|download|stream ripping|anime and manga|live tv|iptv|apps|web streaming|literature|comics",
  product = "apparel|accessories|footwear|shoes|clothing|handbags|handbags and wallets|wallets|watches|jewellery|jewelry|watches and jewelry|watches jewelry|consumer electronics|electronics|"
    .. "cosmetics|perfumes|toys|pharmaceuticals|medicines|cigarettes|tobacco|food|beverages|drinks|sportswear|leather goods|leather|bags|optical media|"
    .. "labels|computers|batteries|sunglasses|headgear|packaging|packaging material|mobile phones|phone accessories|body care items|personal care|ict devices|medical equipment|games and toys|trademark|trademarks|copyright|patent|patents|design|designs|trade marks|trade mark|designs and models|apparel and accessories|apparel accessories|counterfeit clothing|household goods|textiles|spirits|wine|automotive parts|car parts|spare parts|other goods|other products|luxury goods|vehicle parts|games|toys and games|recorded cds|cds|dvds|articles|mobile phone accessories|clothing accessories|electrical appliances|non alcoholic beverages|design rights|recording media|labels and tags|stickers|trademark infringing|hats|belts|auto parts|pharmaceuticals and personal care",
  ["return"] = "return*|return request*|refund*",
}

M.verbs = {
  fake_habit = "bought a fake|bought fakes|buy fakes|buying fakes|purchased fakes|bought counterfeits|buy counterfeits|"
    .. "buying counterfeits|bought counterfeit goods|knowingly bought|bought on purpose|intentionally bought|"
    .. "illegal sources|illegal source|pirated sources|accessed pirated content|access pirated content|used illegal",
  have_view = "see|sees|own|owns|serve|serves|owe|owes|worry|worries|buy|buys|say|says|know|knows|admit~|prefer~|accessed|accesses|fall short|tested|looked at|acted on|earn|earns",
  crack = "crack~|solve~",
  remove = "remove~|take down|taken down|takes down|took down|taking down|taken offline|pull~|delete~|delist~|eliminate~|"
    .. "purge~|scrub|scrubbed|withdrawn|withdrew|vanish~|came down|come down|struck|strike|cleared|takedown*|removal*|"
    .. "taken off|took off|disable~|disabled access|brought down|erased|deindexed|acted on|actioned|take off|wiped|dropped from search|stripped|cleaned up|clean~|restricted|removals|deletion*|weeded out|removed from sale|ended|banned listings|tackled|eliminated|deactivated listings|cancelled",
  block = "block~|refused to list|refuses to list|refusing to list|declined to list|off its site|off its sites|off the site|off the platform|off its platform|off our store|off its store|stop|stopped|stopping|stops|prevent~|reject~|intercept~|kept off|keep off|barred from|refused before|screened out|turned away|"
    .. "thwart~|never went live|before they went live|before publication|denied entry|kept out|filtered out|foil~|before they were listed|before going live|halted|prevented|before appearing|deterred|blocking|before they appeared|pre emptively",
  close = "close~|shut|shut down|shutting down|closure*|shutter~|dismantle~|raid~|bust|busted|switched off|terminate~|deactivate~|"
    .. "lost their storefronts|suspend~|ban|banned|banning|disable~|taken offline|offline|closing down|closed down|taken down|takedown|put out of business|kicked off|cut off|deregistered|removed|cancelled|destroyed|uncover~|discovered|blocked|struck off|delisted|demolished|broken up|wound up|seized|taken over|expelled|delete~|inactive|storefronts closed|permanently closed",
  sanction = "sanction~|punish~|penalise~|penalize~|ban|banned|suspend~|deactivate~|terminate~|disciplin~|warned|penalty|penalties|demoted|"
    .. "barred|cut off|can no longer sell|restricted|expelled|blocked|disable~|removed|strikes|closed|dealt with|actioned|kicked out|taken action|enforcement action|took action against|taken action against|action against|deplatformed|permanently closed|fined",
  seize = "seize~|got rid of|binned|disposed of|scrapped|incinerated|confiscat~|confiscated|confiscate|detain~|intercept~|stopped|stop|recover~|withheld|impound~|held back|taken off the market|"
    .. "destroy~|captured|withdrawn|taken out of circulation|turned back|netted|netting|hauled|held|taken|suspended|"
    .. "interdict~|forfeited|removed from the market|kept off the market|off the market|turned up|discover~|uncover~|retained|taken out|embargoed|blocked|removed|secured|never reached buyers|worth|rounded up|took|took off the streets|intercepted",
  arrest = "arrest~|detain~|behind bars|locked up|custody|apprehend~|nabbed|caught|rounded up|held|picked up by police|taken into custody|captured|handcuffs|jailed|arrest warrants|arrests",
  prosecute = "prosecute~|reported to judicial authorities|reported to prosecutors|referred to prosecutors|charged|brought to court|brought before|"
    .. "sent to prosecutors|put on trial|transferred to prosecutors|reported to judicial|reported to the prosecutor|taken to court|court action|prosecutors|facing charges|referred for prosecution|brought to justice|facing prosecution|judicial authorities",
  convict = "convict~|sentenced|found guilty|pleaded guilty|jailed|imprisoned|guilty",
  indict = "indict~|charged",
  sue = "sue~|gone after|went after|going after|in court|taken to court|suing|file~ suit|took to court|litigat~|sued or referred|took aim at|pursue~|lawsuit*|took legal action|took to law|targeted",
  refer = "refer~|report~|hand~ over|passed to|pass~|handed police|transfer~|submitted to law enforcement|provided|law enforcement|police|share~ with|notified",
  conclude = "conclude~|closed|resolve~|settled|decide~|dispose~|adjudicat~|heard|completed|cleared|wrapped up|finished|ruled on|tried",
  process = "process~|handle~|dealt with|resolve~|respond~|complete~|act~ on|acted upon|address~|settle~|answered|actioned|decided|reviewed|processing|turned around|cleared|closed|responding|taken down",
  reject = "reject~|turned down|turning down|turn down|refuse~|declin~|denied|said no|incomplete|invalid|dismissed|rejection*|not accepted|duplicates|not valid",
  enroll = "enroll~|enrol|enrolled|enrols|enrolling|enrolment|enrollment|join|joined|sign~ up|signed up|register~|participat~|onboarded|have joined",
  represent = "represent~|representing|on behalf of|stand for|between them|cooperat~|partnered with|work with|works with|working with|partnered|covering brands",
  protect = "protect~|shield~|serialis~|serialized|serialised|serialize|enabled|verif~|verified|verify|authenticat~|safeguarded|transparency|checked|scanned",
  invest = "invest~|spend~|spent|spending|put into|put in|we put|devot~|devoted|spend on|commit~|allocated|ploughed|plowed|poured|expenditure|investment*|budget",
  lose = "lose|lost|losing|loses|loss|losses|foregone|forgone|missed out|cost|costs|costing|displaced|destroyed|wiped out|deprived",
  register = "register~|registered|validat~|hold|held|recorded|record|protected|approved|filed|accept~",
  approve = "approve~|pass|passed|made it through|passed verification|granted|went on to list|make it|cleared verification|verified|approval",
  inspect = "inspect~|check~|open|opened|examin~|examined|screened|searched|controlled|inspection*|scrutinised|scrutinized|verified|scanned",
  open_case = "open|opened|launch~|investigat~|crack|cracked|cracking|solved|initiat~|commenced|started|broke|handled|detected|filed|conduct~|conducted|uncovered",
  damages_verb = "awarded|award|awards|ordered|fined|hand over|confiscated|pay|paid|recovered|ordered to pay|granted|imposed|forfeit",
}

-- words that say how, where or why; they may stand in any part of speech
M.marks = {
  economy = "foreign investment|foreign direct investment|direct investment|venture capital",
  on_site = "live on the site|live on the platform|items for sale|listed for sale|"
    .. "are live|were live|items are listed|available on the marketplace",
  study = "study|estimate*|economists|researchers|frontier economics|oecd|forecast*|projected|projection*|expected to reach|annually|per year|a year",
  transit = "abandoned|in transit|de minimis",
  parcel_traffic = "mail shipments|express and mail shipments|cargo containers|parcels arrived",
  social = "social media|socialmedia|facebook|instagram|twitter|telegram|whatsapp|wechat",
  valid = "as valid|valid|upheld|found valid|accepted as valid|substantiated|legitimate notices",
  shut_site = "website closed|taken offline|suspended|shut|seized|closed|blocked|removed|taken down|disrupted|dismantled|offline|deleted",
  lodge = "file~|filed|lodge~|submit~|submitted|submits|submitting|receive~|got|sent|accept~|send|bring|brought|initiate~",
  receive = "receive~|got|accept~|registered|admitted|took on|take on|new|filed|took in|newly received",
  live = "live|active|carried|available|on sale|on the site|hosted|online at any time|at any moment|at any time|at any given time|on the platform|listed",
  operate = "sweep|sweeps|netted|raids|took part|take part|participat~|participated|involv~|ran|run by|mobilis~|mobilised|mobilized|joined|worked side by side|cooperat~|worked with|work with|collaborat~|from|cover|covering|covered|operation|run|coordinated|joined forces|taking part|carried out|spanning|supported|worked alongside|worked|partner~|helped|assisted|teamed up with|brought together|joint|in",
  work = "work|works|working|employ~|dedicated|on the job|hire~|keeping|employed|devoted|focused on|tasked|full time|team|into keeping|protecting|fight|fighting|combat|staff of|devoted to",
  handle = "handle~|handled|investigat~|dealt with|processed|heard|closed|conclude~|cracked|decided|adjudicat~",
  before_sale = "before a single sale|before anyone could buy|without having sold|before any sale|before the first sale|before being sold|without a single sale|"
    .. "before they could be sold|before a sale|before a single sale took place|before anyone bought|before it sold|before they were sold|before they sold|zero sales|no sales|prior to any sale|prior to a sale|before a single purchase|before a customer|without a sale|had no sales|before any purchase|before any transaction|before a single transaction|before a purchase|never sold|not sold|sold once|sold a single|before a single item was sold|before any were sold|before making a sale|before making a single sale|before sales|before anyone had bought|ahead of any sale|before any buyer|before a buyer",
  proactive = "proactive|before it was reported|before they are reported|before it is reported|before people reported|"
    .. "before anyone reported it|before users reported it|before being flagged|before any rights holder|before a rights holder|before rights owners|before any brand|"
    .. "before brands|before anyone complained|before a complaint|before any complaint|before any notice|proactively|on our own initiative|on its own initiative|own initiative|by itself|own controls|automated|without a report|before a report|"
    .. "automatic|own systems|on its own|own detection|before being reported|before a brand|before rights holders|before anyone reported|before they were reported|own technology|self initiated|algorithm*|machine learning|preemptively|voluntary|voluntarily|automatically|it spotted|own monitoring|found by its own|own motion|in house detection|before a brand ever had to|proactive controls|proactive measures|own tools|before receiving|before users reported|before any user reported|ai systems|by automation|technology alone|detected by technology",
  by_report = "consumers' reports|reports of consumers|shopper tip offs|tip offs from shoppers|consumer tip offs|"
    .. "tips from consumers|tips from shoppers|consumer report*|reports from consumers|reports by shoppers|reports from our own shoppers|customer report*|"
    .. "flagged by customers|flagged by alibaba customers|reported by consumers|reports by users|users reported|reported by users|reports from shoppers|from shoppers|flagged by shoppers|flagged by consumers|reported by shoppers|shoppers reported|user report*|consumer complaint*|consumers' report*|consumer tip*|reports by consumers|reports from users|reported by customers|reports from customers|consumers reported|customer complaints|shopper reports|member reports|reported by members|members reported|community reports|buyer reports|reported by buyers|flagged by users|shoppers reporting|alibaba customers",
  within_day = "within 24 hours|within a day|within one day|in 24 hours|within one business day|within 24h|inside 24 hours|in under 24 hours|in less than 24 hours|in a day|inside a day|within one working day|same day|within the day|inside 24h|under 24 hours|within twenty four hours|less than 24 hours|in one day|in less than a day|within 1 day|within 1 business day|within hours",
  infringe = "infring~|infringing|infringement*|counterfeiting|counterfeit|suspected infringement|violat~|ip violations|fake",
  origin = "origin|source|was the source of|were the source of|originated in|originated from|came from|comes from|originat~|originated|came from|come from|provenance|made in|shipped from|coming from|sent from|sources|exporting|source country|dispatched from|of origin|source economy|traced to|provenance economies|source of",
  criminal_law = "law enforcement|police|criminal|prosecutors|public security|courts|sued|law|regulator|regulators|authorities|market regulator",
  answer = "say|said|admit~|bought|buy|worry|would|believe~|prefer~|agree~|picked up|accessed|consider~|thought|think|see|victims|intention~|"
    .. "intentionally|knowingly|unknowingly|aware|used|purchased|recorded in|survey*|survey|voiced|went to court|wondered|wonder~|experienced|encountered|suffered|received|regret~|ended up|plan|planned|willing|prepared|would consider|reported that|cited|justif~|do not|did not|seek|choose|chose|aged|report having|know|felt|find|trust|returned the survey|feel|stream|streamed|download~|reported|returned",
  lawsuit_verb = "file~|filed|lodged|brought|launched|initiated",
  purchase = "test purchased",
  alliance = "alliance|alliance roster|anti counterfeiting alliance|aaca|coalition|consortium|anti counterfeiting collaboration|anti counterfeiting alliance's|ace|memorandum of understanding|mou",
  administrative = "administrative|administratively|market regulation authorities|market regulators|market supervision|local authorities handled",
  survey_verb = "survey~|put its questions|put questions|asked|questionnaire*|pollsters|canvassed|polled|interviewed|questioned|responded|returned the survey|took part in the survey|sampled|survey|polling",
  msrp = "msrp|domestic value|seizure value|value seized|market value|estimated retail value|retail value|street value|manufacturer's suggested retail price",
}

return M
