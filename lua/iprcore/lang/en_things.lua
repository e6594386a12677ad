--- English for the metric parser: goods, justice, money, shares, and kinds that facets name.
-- The rows are written as in en_people.lua.
return { nouns = {
  -- goods
  goods = "goods|packet*|item*|product*|article*|fake*|counterfeit*|merchandise|piece*|counterfeit good*|counterfeit item*|"
    .. "counterfeit product*|fake product*|fake good*|fake item*|package*|unit*|garment*|toy*|medicine*|shoes|handbag*|bag*|"
    .. "clothing|footwear|cosmetics|perfume*|watches|cigarettes|pills|tablets|medical device*|device*|mask*|"
    .. "devices|materials|raw materials|sanitiser|sanitizer|bottles|pairs|copies|parcel*|drugs|food|drinks|alcohol|wine|"
    .. "spare parts|car parts|batteries|accessories|sunglasses|jewellery|jewelry|electronics|phones|vaccines|test kits|"
    .. "contraband|fake medicines|labels|packaging|counterfeit labels|haul|stock|infringing goods|infringing items|infringing product*|counterfeit and pirated goods|illicit goods|counterfeit medicines|doses|units of medicine|falsified medicines|tonnes|kilograms|litres|stickers|tags|logos|components|machines|liquor|cartons|boxes|sets|t shirt*|shirt*|trainers|sneakers|jerseys|football shirts|sportswear|apparel|chips|integrated circuits|dvds|cds|discs|books|pharmaceuticals|medicinal products|fertiliser|pesticides|toothpaste|beverages|counterfeits seized|sham goods|knock offs|knockoffs|replicas|fake goods|wine bottles|hygiene products|personal protective equipment|ppe|veterinary medicines"
    .. "|kit|kits|vials|capsules|syringes|injections|supplements|vapes|e cigarettes|packs"
    .. "|packets|sticks|cans|crates|pallets|rolls|sheets|coins|cards|trading cards|dolls"
    .. "|plush toys|backpacks|belts|scarves|hats|caps|wallets|purses|cartridges|toner cartridges"
    .. "|ink cartridges|routers|switches|semiconductors|seeds|olive oil|honey|spirits|whisky"
    .. "|whiskey|vodka|beer|champagne|tyres|tires|helmets|tools|drills|saws|bulbs|lamps"
    .. "|headphones|earphones|earbuds|chargers|adapters|cables|phone cases|cases of wine|covers"
    .. "|jeans|jackets|coats|dresses|sweaters|hoodies|tracksuits|socks|underwear|boots|sandals"
    .. "|slippers|bearings|filters|airbags|brake pads|brake parts|lighters|pens|razors"
    .. "|razor blades|blades|condoms|contact lenses|creams|shampoo|soap|make up|makeup|lipsticks"
    .. "|fragrances|bricks|moulds|molds|figures|minifigures|puzzles|board games|video games"
    .. "|consoles|controllers|printed matter|textbooks|posters|patches|badges|buttons|zips"
    .. "|zippers|hangtags|rolls of fabric|fabric|textiles|metres of fabric|counterfeit drugs"
    .. "|counterfeit cigarettes|counterfeit clothes|counterfeit shoes|fake designer goods"
    .. "|fake clothes|fake cigarettes|fake perfumes|fake watches|fake bags|fake drugs|tubes|jars"
    .. "|sachets|bulk tobacco|tobacco|kilos of tobacco|infringing articles|suspect goods"
    .. "|contents|loot|merchandise items|luxury items|infringing units|counterfeit articles"
    .. "|illicit medicines|illegal medicines|unlicensed medicines|knock off goods|copied goods"
    .. "|copied products|imitations|bogus goods|bogus products|spare parts for cars|auto parts"
    .. "|electronic components|electronic devices|smartphones|mobile phones|tablets and phones"
    .. "|dietary supplements|painkillers|slimming pills|injectors|glasses|spectacles|eyewear"
    .. "|umbrellas|luggage|suitcases|carpets|furniture|kitchenware|household items|fertilizers"
    .. "|herbicides|illicit products"
    .. "|item of clothing|items of clothing|dials|straps|movements|watch parts"
    .. "|cases and straps|textbook*|gadgets|fakes|ampoules|strips|blister packs|bottle*"
    .. "|tin|tins|drum|drums|barrel*|vial*|vape*|lighter*|earphone*|speaker*"
    .. "|laptop*|controller*|toner*|gloves|shawls|swimsuits|uniforms|costumes"
    .. "|hair straighteners|straighteners|knives|chainsaws|generators|pumps|valves"
    .. "|spark plugs|wheels|hubcaps|bumpers|windscreens|sim cards|memory cards|usb sticks"
    .. "|hard drives|keyrings|magnets|souvenirs|caps and scarves"
    .. "|footballs|rackets|golf clubs|bicycles|bikes|prams|car seats|pushchairs"
    .. "|hoverboards|jewels|earrings|bracelets|necklaces|pendants|charms",
  shipment = "shipment*|consignment*|parcel*|package*|container*|cargo|express parcel*|imports|mail items"
    .. "|packages|mailings|postal parcels|postal packages|freight consignments|air parcels"
    .. "|lorries|trucks|lorry loads|truckloads|container loads|cartons intercepted"
    .. "|letters and parcels|mail parcels|small packages|loads",
  seizure = "seizure*|seizures of infringing goods|seizures of counterfeit goods|seizures of fake goods|seizures of fakes|"
    .. "seizures of counterfeits|seizures of ip infringing goods|seizures of counterfeit and pirated goods|"
    .. "seizures of counterfeit products|seizures of infringing products|crackdowns on goods|detention*|interception*|customs seizure*|customs case*|customs detention*|seizure line*|ipr seizure*|detention case*|import suspension*|border seizure*|"
    .. "crackdown*|shipment*|consignment*|suspended shipment*|ip seizure*|suspensions|suspension*|border detention*|customs interventions|seizure cases|cases of detention|batch*|seizures made|suspension of release|interdictions"
    .. "|stoppage*|import stoppage*|intervention*|detention cases|customs intervention*|stops"
    .. "|seizure operations|seizure records|confiscations|goods stopped|import stops"
    .. "|customs actions against|seizure actions|withholdings|retentions"
    .. "|haul"
    .. "|seizure value|seized value|value seized|value of seizures",
  customs_case = "case*|lines|line|import case*|infringement case*|cases of infringing goods|procedures|procedure*"
    .. "|cases|detention procedures|entries refused|actions by customs|detention requests"
    .. "|incidents",
  customs = "customs|korean customs|korea customs|japan customs|hong kong customs|china customs|us customs|chinese customs|"
    .. "german customs|french customs|uk customs|dutch customs|italian customs|spanish customs|polish customs|indian customs|border|borders|cbp|border force|importation|import suspension*|import*|hsi|ports of entry|port of entry|u.s. customs and border protection|border officials|border agents|external border|eu border|at the border|customs authorities|seizures|crackdowns|border protection"
    .. "|customs officers|customs officials|customs service|customs posts|customs offices"
    .. "|customs agents|customs agency|customs officer|border authorities|border guards"
    .. "|border agency|border policing|frontier|frontiers|ports|seaports|airports|airport"
    .. "|arrivals|travellers|incoming mail|import stoppages|customs administration"
    .. "|customs department|customs union|revenue authority|royal malaysian customs"
    .. "|australian border force|swiss customs|czech customs|turkish customs|thai customs"
    .. "|philippine customs|bureau of customs|canada border services agency|cbsa|hmrc"
    .. "|excise officers|douane|zoll|detentions|interventions",
  parcel = "parcel*|package*|shipment*|mail item*|packet*|container*|consignment*|postal item*|vehicle*|vessel*|shipping containers|inspections|items of mail|postal packages"
    .. "|postal packets|letters|consignments|pallets|lorries|shipments|parcels and letters"
    .. "|suspicious parcels|suspect parcels|suspect packages",
  visit = "visit*|infringing visit*|site visit*|piracy visit*|page view*|pirate visit*|download*|visits to piracy sites|hits"
    .. "|page visits|monthly visits|views of pirated|sessions|traffic|pirate streams"
    .. "|unlicensed streams|visitors to pirate sites"
    .. "|call on|calls on|called on|calling on|called on|clicks on pirate|visits counted"
    .. "|page impressions|visits to such sites",
  pirated = "pirated copy|pirated copies|pirated publication*|illegal publication*|pirated book*|pirated good*|pirated disc*|"
    .. "pirated dvd*|pirated cd*|illegal copies|pirated product*|pirated audio visual products|infringing copies|illegal publications|pirated works"
    .. "|illegally copied discs|counterfeit books|counterfeit dvds|bootleg dvds|bootlegs"
    .. "|bootleg*|pirated editions|pirated textbooks|pirated films|pirated items"
    .. "|unlicensed copies of books"
    .. "|textbooks|pirated versions|illegal prints",
  piracy = "piracy|pirate site*|piracy site*|pirate|pirated content|illegal stream*|illegal download*|infringing visit*|piracy websites|infringing sites|pirate websites|pirated|infringing|unlicensed content|illicit streaming|digital piracy",
  website = "website*|site*|domain*|domain name*|web site*|web page*|internet site*|online site*|illegal website*|counterfeit website*|web domain*|web shop*|infringing website*|infringing site*|unlawful site*|rogue website*|pirate site*|illicit websites|counterfeit selling websites|web pages|webpage*|platforms|streaming platforms|servers|app|apps|mobile apps"
    .. "|web stores|rogue sites|infringing domain*|infringing domain name*"
    .. "|online shops selling fakes|pirate services|streaming sites|illegal streaming sites"
    .. "|piracy sites|piracy services|iptv services|illicit sites|fake shops|fake webshops"
    .. "|fake web shops|fake online shops|counterfeit sites|infringing websites|sites|websites"
    .. "|pirate domains|illegal sites|illegal domains|internet domains|portals|criminal websites"
    .. "|selling sites|internet addresses"
    .. "|webshop*|online shops selling counterfeit*",
  facility = "facility|facilities|workshop*|factory|factories|plant|plants|production site*|storage site*|warehouse*|den|dens|"
    .. "hideout*|laborator*|laboratory|laboratories|lab|labs|secret lab*|clandestine lab*|manufacturing site*|production line*|production and storage site*|manufacturing hub*|"
    .. "production facilit*|location*|manufacturing facilities|manufacturing and distribution facilities|storage facilities|production facilities|storage facility|manufacturing facility|distribution centres|counterfeiting operations|illegal factories|illegal workshops|production plants|print shops|printing facilities|distribution points|outlets raided|depots|depot*|stash houses|places|underground factories|underground workshops|farms"
    .. "|premises|stalls|market stalls|print works|printing works"
    .. "|bottling plants|mills|kitchens|units raided|stash|storage units|lock ups|storerooms"
    .. "|basements|stockrooms|distilleries|packing plants|sweatshops|assembly lines"
    .. "|illegal plants|illicit factories|clandestine factories|clandestine workshops"
    .. "|clandestine laboratories|underground labs|cigarette factories|sewing workshops|hubs"
    .. "|logistics hubs|call centres|server farms|data centres|retail outlets raided"
    .. "|shops raided|sites raided|sites searched|locations raided"
    .. "|godown*|unit of production|printing press|printing presses|printers"
    .. "|bottling plant*|illegal workshop*|sweatshop*|illegal distiller*|stall*"
    .. "|storeroom*|lock up*|safe house*|illegal factor*|shop floors|packing house*"
    .. "|repackaging sites|cutting rooms",
  lead = "lead*|tip|tips|tip off*|referral*|clue*|intelligence packages|intelligence lead*|case lead*|investigative lead*|ip related lead*|criminal lead*|leads passed|tipoff*"
    .. "|pieces of intelligence|intelligence reports|leads|intelligence referrals|case files"
    .. "|dossier*|information packages|alerts to police|criminal clues|suspicious clues"
    .. "|case leads"
    .. "|cases referred|intelligence files",
  -- justice
  arrest = "arrest*|detentions of suspects|arrest warrant*|arrests made|apprehensions|house arrests"
    .. "|people in custody|detentions by police|arrests and detentions|custody"
    .. "|warrants for arrest|arrest"
    .. "|detainee*|arrestee*|suspects held|suspects in custody",
  conviction = "conviction*|guilty plea*|sentences|guilty verdict*|guilty pleas|custodial sentences"
    .. "|guilty findings|prison sentences|jail terms|felony convictions|criminal convictions"
    .. "|sentences handed down|verdicts of guilty|people convicted|custodial terms",
  indictment = "indictment*|charges brought|persons indicted|criminal charges"
    .. "|charge sheet*|charges filed|criminal charges filed|charges laid|indictments returned",
  prosecution = "prosecution*|public prosecution*|cases prosecuted|referrals to prosecutors|criminal prosecutions"
    .. "|court prosecutions|cases sent to prosecutors|cases brought to prosecution"
    .. "|prosecution cases|referrals for prosecution|reports to the prosecutor",
  lawsuit = "lawsuit*|civil suit*|civil action*|civil lawsuit*|suit|suits|civil case*|civil litigation|civil complaints|legal actions|civil claims|civil proceedings|litigation|legal action|civil law suits|civil complaint filed"
    .. "|court actions|civil actions|civil complaint*|court claims|suits filed|civil court cases"
    .. "|civil cases|infringement suits|infringement lawsuits|cases in civil courts|legal cases"
    .. "|court proceedings|joint lawsuits|writs"
    .. "|patent suits|patent lawsuits|trademark suits|trademark lawsuits|ip suits"
    .. "|ip lawsuits|patent suit|copyright suits|copyright lawsuits|counterfeiting suits",
  case = "case*|matter*|dispute*|case filings|proceedings"
    .. "|files|actions|infringement actions|revocation actions|counterclaims|infringement cases"
    .. "|revocation claims|claims for revocation|counterclaims for revocation|appeals|suits"
    .. "|new actions|complaints in court|filings in court|causes",
  criminal_case = "criminal case*|criminal investigation*|investigation*|probe*|inquiry|inquiries|cases opened|enquiries|judicial investigations|ip criminal cases|judicial proceedings|criminal proceedings|criminal ip cases|crime cases"
    .. "|police investigations|criminal files|police operations|new investigations"
    .. "|fresh investigations|criminal probes|criminal inquiries|enquiries opened"
    .. "|prosecution files opened|criminal cases opened|cases under investigation"
    .. "|live investigations|active investigations|ongoing investigations",
  admin_case = "administrative case*|administrative infringement case*|trademark infringement cases|administrative enforcement case*|patent infringement dispute*|patent dispute*|administrative penalt*|administrative penalties|trademark cases|trademark violation*|patent administrative case*|administrative proceedings|illegal trademark cases|patent infringement cases|administrative rulings|administrative adjudication*|administrative punishments|copyright infringement and piracy cases"
    .. "|administrative actions|administrative complaint*|administrative inspections"
    .. "|administrative raids|administrative enforcement actions|administrative seizures"
    .. "|administrative sanctions|administrative infringement proceedings",
  court = "court*|tribunal*|judicial|first instance|people's court*|courts nationwide|supreme people's court|judges|judge"
    .. "|court of appeal|court of first instance|high court|patent court|unified patent court"
    .. "|upc|ip court|intellectual property court|district courts|federal courts"
    .. "|commercial court*|docket|judiciary|intellectual property enterprise court|ipec",
  court_case = "court case*|first instance case*|ip case*|ip lawsuits|new cases|intellectual property case*|new ip cases|first instance ip cases|civil ip cases|ipr cases|trials|cases of first instance|ip civil cases|ip related cases"
    .. "|ip cases|patent cases|trademark cases in court|copyright cases|ip actions"
    .. "|ip disputes|ip litigation cases|court filings"
    .. ""
    .. "|lawsuits docketed|ip complaints",
  punitive = "punitive damages|punitive",
  damages = "damages|fine|fines|confiscation*|compensation|penalty|penalties|award|awards|judgment*|settlement*|restitution|proceeds of crime|proceeds|confiscation order*|forfeiture|statutory damages|costs orders|payout|hand over|pay back|repay|criminal proceeds|confiscation orders|monetary relief"
    .. "|court awards|awarded|civil damages|judgments|damages awards|recovered|recoveries"
    .. "|compensation ordered|compensation awarded|settlements|fines imposed|penalties imposed",
  measure = "measure*|protective measure*|protection measure*|enforcement measure*|customs protection measures|border protection measure*|ip protection measures"
    .. "|actions taken by customs|protective actions|ip protection actions",
  recordal = "recordal*|recordation*|recorded right*|application for action|applications for action|afa|afas|registrations of ip with customs|customs registrations|customs recordation*|new recordations|ipr recordation*|recordal application*|import suspension application*|import suspension applications|applications for customs action|recorded trademarks and copyrights|recorded copyrights and trademarks"
    .. "|customs recordals|customs recordal*|rights recorded with customs"
    .. "|marks recorded with customs|trademarks recorded with customs|recordals with customs"
    .. "|customs filings|applications to customs|customs watch applications"
    .. "|border protection applications|requests for customs action|customs applications"
    .. "|national applications|union applications"
    .. "|recordation application*|recordal request*|customs application*"
    .. "|recorded with customs|notices of objection|notice of objection"
    .. "|requests for assistance|request for assistance|requests for border assistance"
    .. "|border notices|recorded marks|customs register|customs records"
    .. "|customs recordations|customs alerts in force|watch notices",
  filing = "filing*|application*",
  patent_application = "applications for invention patents|patent application*|patent filing*|invention patent application*|patents filed|patent applications filed|pct application*|applications for patents|pct filing*|international patent application*|invention applications"
    .. "|patents|patent grants|applications for a patent|european patent applications"
    .. "|utility model applications|pct applications|patent filings"
    .. "|applications at the patent office",
  -- money, shares, people's answers
  spending = "spending|investment*|expenditure|budget|funding|outlay*|spend|invested|resources|funds|costs of enforcement"
    .. "|annual budget|outlays|enforcement budget|ip budget|anti piracy budget"
    .. "|brand protection budget|costs|spent on|investments|anti counterfeiting budget"
    .. "|bill|outgoings|war chest|anti counterfeiting budget|protection budget",
  trade = "trade|trade in counterfeit goods|trade in counterfeits and pirated goods|imports of fakes|trade in fakes|traded worldwide|traded|world trade|global trade|international trade|import*|imports|goods traded|world imports|eu imports|trade in counterfeits|trade in fakes|imports into the eu|international commerce|worldwide trade|illicit trade|trade in counterfeit and pirated goods|exports|fakes traded|trade in fake goods|imported goods|all imports|counterfeit imports"
    .. "|bought abroad|crossed borders|cross border trade|global imports|total imports"
    .. "|merchandise trade|imports of counterfeit goods|imports of fake goods|imported fakes"
    .. "|fake imports|trade in pirated goods|counterfeit trade|fakes crossing borders"
    .. "|goods imports|imported into"
    .. "|worldwide market|global market|market for fake goods|market for fakes"
    .. "|market for counterfeits|crossed eu borders|market in fakes|counterfeit market"
    .. "|counterfeit economy|trade in illicit goods|crossed eu borders|entering the eu"
    .. "|entered the eu",
  counterfeit = "counterfeit*|trade in counterfeits|trade in fake goods|trade in counterfeit and pirated goods|"
    .. "counterfeit imports|fakes traded|illicit trade|trade in counterfeit goods|trade in counterfeits and pirated goods|fake*|pirated|counterfeiting|counterfeit and pirated goods|fake goods|infringing|bogus|knock off*|counterfeit goods|piracy|fake and pirated goods|counterfeit products|illicit|sham|imitation*|suspected infringement|imports of fakes|trade in fakes|replica*|fake products|counterfeited",
  sales = "sale*|sales|revenue|turnover|revenues|taxes|tax revenue|tax|tax revenues|sales revenue|excise|vat|income|government revenue|earnings|sales losses|lost sales|direct sales|retail sales|direct lost sales|gross domestic product lost"
    .. "|legitimate sales|sales lost|gross revenue|total sales|government revenues|tax receipts"
    .. "|tax income|public revenue|treasuries|revenues foregone|duties|customs duties"
    .. "|vat receipts|profit|profits"
    .. "|lost business|business lost|tax losses|revenue losses|tax take|public purse"
    .. "|public coffers|exchequer|coffers",
  job = "job*|jobs|employment|position*|workers|direct jobs|direct employment|work places"
    .. "|posts|job losses|lost jobs|jobs lost|employees laid off|livelihoods|direct job losses"
    .. "|jobs destroyed|jobs forgone"
    .. "|posts lost|more people employed|employ more|employment losses",
  software = "software|pc software|installed software|installed pc software|unlicensed software|copies|programs|pirated software|software installed|programs installed"
    .. "|computer programs|software units|installations|unlicensed programs|apps installed",
  unlicensed = "unlicensed|not properly licensed|without a licence|without a license|lacked a proper licence|unlicensed software|not licensed|properly licensed|unlicensed copies|piracy rate|lacked|pirated software|illegal software|without proper licensing|proper licence|proper license|software piracy"
    .. "|unlicensed programs|pirated programs|unlicensed use|without licence|not paid for"
    .. "|software piracy rate|rate of piracy|piracy rates|unlicensed software rate"
    .. "|no licence|no license|had no licence|no valid licence|without paying|unpaid for"
    .. "|improperly licensed|lacking a licence",
  value = "value|msrp|retail value|domestic value|market value|estimated value|worth|manufacturer's suggested retail price|street value|estimated retail value|total value|valued|retail price*|suggested retail price|appraised|sums|retail prices|haul|black market value|commercial value|resale value|amount involved|sum|amount|estimated msrp|value of goods"
    .. "|domestic retail value|sale value|economic value|total worth|market price|street prices"
    .. "|selling price|fetched|retail equivalents|genuine value|original value|list price",
  average = "average|mean|average value|on average|median|averaged"
    .. "|averaging|typical",
  involved = "involved|the amount involved|value of the goods involved|case value|value involved|sums involved|involving|sum involved|amounts involved|goods involved|amount involved|total amount involved|total value of the cases|value of cases"
    .. "|value of the case|amounts in the cases|sums at stake|money involved"
    .. "|turnover of the gangs"
    .. "|cases investigated|cases solved|cases worth|case worth"
    .. "|cases with a combined value|cases with a total value|combined case value",
  crime = "crime|ip crime|intellectual property crime|criminal activity|ip related crime|organised crime|criminal cases|criminal case|police|criminal|offences",
  satisfaction = "satisfaction|public satisfaction|satisfaction score|satisfaction index|satisfaction rate|social satisfaction|satisfaction with ip protection"
    .. "|satisfaction level|satisfied with|public approval|approval score",
  share = "share|proportion|percentage|portion|part|rate|total|shares",
  success = "success rate|compliance rate|removal rate|acceptance rate|action rate|takedown rate|rate of removal|approval rate|rate of compliance"
    .. "|action rate|rate of action|success|compliance|rate of success"
    .. "|removal rates|upheld rate",
  processing_time = "processing time*|response time*|handling time*|turnaround|turnaround time|average time|time to process|time to resolve|median time|average processing time|average response time|time taken|time"
    .. "|mean time|time to a decision|time to decision|median time to decision"
    .. "|median handling time|mean handling time|average handling time|average turnaround"
    .. "|turnaround times|response times|handling times|time to removal|time to takedown"
    .. "|average removal time|time to action|median time to action|to settle",
  -- kinds that facets name
  region = "europe|european|european union|eu|asia|asian|asia pacific|apac|americas|the americas|america|north america|latin america|africa|"
    .. "african|middle east|oceania|emea|us|u.s.|usa|united states|american|uk|united kingdom|britain|british|japan|japanese|china|chinese|mainland china|"
    .. "hong kong|taiwan|korea|south korea|korean|india|indian|vietnam|vietnamese|thailand|thai|singapore|malaysia|indonesia|philippines|"
    .. "turkey|türkiye|turkish|russia|russian federation|germany|german|france|french|italy|italian|spain|spanish|netherlands|belgium|poland|"
    .. "portugal|greece|ireland|sweden|denmark|norway|finland|switzerland|austria|ukraine|morocco|egypt|united arab emirates|uae|dubai|"
    .. "pakistan|bangladesh|cambodia|brazil|mexico|canada|canadian|australia|australian|peru|colombia|argentina|chile|new zealand|"
    .. "south africa|nigeria|kenya|israel|saudi arabia|iran|lebanon|romania|bulgaria|hungary|czech republic|slovakia|lithuania|latvia|"
    .. "estonia|cyprus|malta|luxembourg|croatia|slovenia|asia pacific region|rest of the world|other countries|overseas|domestic|foreign|guangdong|zhejiang|yiwu|shenzhen|beijing|shanghai|fujian|jiangsu|senegal|panama|international|greater china|southeast asia|eastern europe|western europe|emirates|macao|macau|kuwait|oman|jordan|syria|tunisia|algeria|moldova|serbia|albania|georgia|belarus|kazakhstan|sri lanka|nepal|myanmar|laos"
    .. "|central europe|central and eastern europe|middle east and africa|worldwide"
    .. "|other regions|rest of world|rest of europe|other economies|northern europe"
    .. "|nordic countries|benelux|gulf states|asean|east asia|south asia|central asia"
    .. "|caribbean|south america|central america|sub saharan africa|north africa"
    .. "|west africa|tonga|iraq|qatar|bahrain|mongolia|bosnia|kosovo|north macedonia"
    .. "|iceland",
  channel = "post|postal|mail|express|courier|express mail|express courier|international mail|postal service*|express parcel*|express consignment*|"
    .. "air|air freight|sea|sea freight|ocean|road|rail|freight|cargo|small parcel*|small package*|postal traffic|postal parcel*|e commerce|online|vessel|"
    .. "maritime|truck|air cargo|postal items|courier and post|mail and express|air transport|sea transport|road transport|postal channel|non postal|cross border e commerce|international post|air express|parcel post|passenger|baggage|luggage|de minimis|social media|containers|sea containers|general cargo|express carriers|postal route|by mail|general freight|ecommerce|delivery services|marketplaces|online platforms|freight channel|small consignments"
    .. "|post and courier|post and courier traffic|courier traffic|mail order|postal service"
    .. "|postal services|small parcels|letter post|postal mail"
    .. "|parcel services|express consignment|express courier services|express mail services"
    .. "|shipping containers|freight traffic|air mail|airmail|international mail facilities"
    .. "|container ships|passenger traffic|land transport|rail freight"
    .. "|physical markets|single item|direct sales websites"
    .. "|instagram|whatsapp",
  media = "film|films|tv|television|music|publishing|software|games|movies|movie|manga|anime|ebooks|books|streaming|sports|live sports|"
    .. "video games|e books|press|newspapers|magazines|tv content|audiovisual|series|web downloads|torrents|torrent|ripping|public torrents|download|stream ripping|anime and manga|live tv|iptv|apps|web streaming|literature|comics"
    .. "|tv shows|television programmes|films and series|sport|football|live football"
    .. "|software piracy|music piracy|audiobooks|web novels|webtoons",
  product = "apparel|accessories|footwear|shoes|clothing|handbags|handbags and wallets|wallets|watches|jewellery|jewelry|watches and jewelry|watches jewelry|consumer electronics|electronics|"
    .. "cosmetics|perfumes|toys|pharmaceuticals|medicines|cigarettes|tobacco|food|beverages|drinks|sportswear|leather goods|leather|bags|optical media|"
    .. "labels|computers|batteries|sunglasses|headgear|packaging|packaging material|mobile phones|phone accessories|body care items|personal care|ict devices|medical equipment|games and toys|trademark|trademarks|copyright|patent|patents|design|designs|trade marks|trade mark|designs and models|apparel and accessories|apparel accessories|counterfeit clothing|household goods|textiles|spirits|wine|automotive parts|car parts|spare parts|other goods|other products|luxury goods|vehicle parts|games|toys and games|recorded cds|cds|dvds|mobile phone accessories|clothing accessories|electrical appliances|non alcoholic beverages|design rights|recording media|labels and tags|stickers|trademark infringing|hats|belts|auto parts|pharmaceuticals and personal care"
    .. "|clothes|garments|perfumery|fragrances|glasses|eyewear|handbags and purses|purses"
    .. "|games consoles|mobile accessories|phones|drugs|erectile dysfunction drugs"
    .. "|erectile dysfunction medicines|painkillers|psychotropic drugs|lifestyle drugs"
    .. "|antibiotics|weight loss products|medical devices|cigarettes and alcohol|alcohol"
    .. "|cigarettes and tobacco|sports shoes|trainers|sneakers|t shirts|underwear|hats and caps"
    .. "|small electricals|electrical goods|printer cartridges|toner|car accessories|bearings"
    .. "|machine parts|tools|furniture|stationery|toiletries|cleaning products|pesticides"
    .. "|fertilisers|foodstuffs|wine and spirits|soft drinks|cd|dvd|books|printed matter|badges"
    .. "|personal accessories|other personal accessories|wearing apparel|apparel and footwear"
    .. "|shoes and clothing|trade mark infringements|design infringements"
    .. "|copyright infringements|patent infringements|luxury items|cosmetics and perfumes"
    .. "|body care|sports goods|sporting goods|automobile parts|motorcycle parts|brake pads"
    .. "|airbags",
  ["return"] = "return*|return request*|refund*",
  plaintiff = "plaintiff*|claimant*|patent owners|patentees|patent holders|brand owners"
    .. "|rights owners|right holders|rights holders|litigants|the company|the group"
    .. "|the brand|the firm|the maker|patent trolls|non practising entities|law firms"
    .. "|inventors",
  regulator = "market regulators|market regulation|market supervision|market regulation bureaus"
    .. "|market supervision bureaus|inspectors|inspectorate|trading standards|the bureau"
    .. "|the department|the ministry|the directorate|department of economic development"
    .. "|dubai economy|copyright administration|copyright administrations"
    .. "|copyright bureau|cultural law enforcement|cultural market|ip administration"
    .. "|ip administrations|ip bureaus|local regulators|municipal inspectors"
    .. "|consumer protection agency|the regulator|regulators"
    .. "|administrations for market regulation|office of intellectual property"
    .. "|administrative authorities|administrations|patent administrations"
    .. "|trade mark administrations|trademark administrations|administrative bodies"
    .. "|administrative departments",
  piracy_rate = "piracy rate*|rate of piracy|software piracy rate*|rate of unlicensed software"
    .. "|unlicensed software rate*|unlicensed rate*",
  other_application = "trade mark application*|trademark application*|trade mark filing*"
    .. "|trademark filing*|design application*|design filing*|trade mark registration*"
    .. "|copyright registration*|applications to register|utility model*",
  patent_office = "patent office*|patent offices|inventors|pct|wipo|epo|uspto|cnipa|jpo|kipo"
    .. "|inventions|ip office|ip offices|intellectual property office|european patents",
  asset = "cash|in cash|bank accounts|assets|crypto|cryptocurrency|real estate|properties"
    .. "|bank deposits|funds frozen|banknotes|notes and coins",
} }
