--- English for the metric parser: the things and deeds that key rows speak of.
-- One row a concept; a star adds the plural, a tilde the forms of a regular verb.
-- A phrase may stand in several rows. `verbs` are deeds; they also end a noun phrase.
local M = {}

M.nouns = {
  audience = "user*|consumer*|people|visitors|users",
  authentic = "as authentic|as genuine|authenticated|serialised|serialized|code|codes|serial number*"
    .. "|authentication",
  tool = "filters|tool|tools|technology|software|detection|automated detection|algorithm*"
    .. "|classifiers|machine learning|image matching|automation|ai|crawlers|scanners"
    .. "|in house teams|in house team|own systems|automated systems|systems",
  pirate_visit = "infringing visit*|piracy visit*|visits to piracy sites|pirate visit*"
    .. "|visits to such sites|visits to pirate sites|visits to piracy websites|views of pirated"
    .. "|pirate streams|unlicensed streams|visitors to pirate sites|illegal download*"
    .. "|illegal stream*|visits to illegal|visits to infringing",
  tester = "mystery shopper*|test buyer*|decoy buyer*|undercover buyer*|secret shopper*"
    .. "|its agents|our agents|undercover agents|investigators",
  ad = "ad|ads|advert*|advertisement*|banner*",
  registered_right = "registered ip right*|registered intellectual property right*|rights registered"
    .. "|rights on file|registered right*|ip rights on file|validated ip right*|validated right*"
    .. "|registered trade mark*|registered ip",
  platform = "platform*|marketplace*|online marketplace*|e commerce platform*|shopping platform*"
    .. "|shopping app|shopping arm|app store|our site|our sites|its sites|our store|our stores"
    .. "|search engine|filters|classifiers|algorithm*|our systems|its systems|our tools"
    .. "|its tools|automated checks|automated tools|alibaba|taobao|tmall|aliexpress|lazada"
    .. "|amazon|ebay|etsy|shopee|tokopedia|tiktok|tiktok shop|douyin|meta|facebook"
    .. "|facebook marketplace|instagram|youtube|google|mercado libre|mercadolibre|jd|jd.com"
    .. "|pinduoduo|temu|shein|zalando|allegro|walmart|rakuten|wish|cdiscount|flipkart|snapdeal"
    .. "|indiamart|trendyol|kuaishou|xiaohongshu|coupang|naver|mercari|vinted|depop|poshmark"
    .. "|kaufland|bol.com|wildberries|ozon|github|pinterest|snap|twitch|sellers|listings"
    .. "|offers for sale|listing*|livestreams|upload",
  raid = "raid|raids|inspection|inspections",
  official = "prosecutors|judicial authorities|law enforcement|public prosecutors",
  -- people and firms
  person = "person|persons|people|individual*|suspect*|criminal suspect*|man|men|woman|women|offender*|"
    .. "defendant*|perpetrator*|ringleader*|trafficker*|smuggler*|criminal*|culprit*|fraudster*|"
    .. "others|pirates|infringers|counterfeiters arrested|gang members|citizens|nationals"
    .. "|youths|teenagers|residents|operators arrested|shopkeepers arrested|drivers|passengers"
    .. "|businessmen|executives arrested|brothers|couple|workers arrested|foreigners|accomplice*"
    .. "|associates|members of the gang|counterfeiters|alleged counterfeiters|alleged offenders"
    .. "|accused|dealers"
    .. "|detainee*|arrestee*|suspected counterfeiter*|suspected seller*|suspected trader*"
    .. "|suspected trafficker*|suspected members|alleged members|alleged seller*"
    .. "|alleged ringleaders|alleged trafficker*|shopkeeper*|stallholder*|street vendor*"
    .. "|hawker*"
    .. "",
  suspect = "suspect*|criminal suspect*|offender*|defendant*|ringleader*|culprit*|perpetrator*|criminal*"
    .. "|accused|alleged counterfeiter*|alleged offender*|counterfeiter*|accomplice*"
    .. "|gang member*|traffickers|smugglers"
    .. "|detainee*|arrestee*|suspected counterfeiter*|suspected seller*|alleged seller*"
    .. "|suspected trafficker*|alleged trafficker*|alleged ringleader*",
  seller = "seller*|merchant*|vendor*|trader*|bad actor*|third party seller*|selling partner*|selling account*|"
    .. "seller account*|merchant account*|shop owner*|store owner*|store operator*|repeat infringer*|dealer*|"
    .. "infringing seller*|small and medium business*|small and medium sized business*|"
    .. "independent seller*|online seller*|retailers on the platform|cross border seller*|shopkeepers|smbs"
    .. "|trader account*|business account*|shop account*|third party merchant*|sellers' account*"
    .. "|selling entities|violating seller*|counterfeit seller*|infringing merchant*"
    .. "|high risk seller*|resellers|reseller*|store owners"
    .. "|trader*|bad actors|seller profile*|merchants on the platform|hawker*|small businesses"
    .. "|repeat offender*|small business*",
  business = "business*|company|companies|firm*|enterprise*|corporation*|entity|entities|manufacturer*|operator*|trader*",
  store = "store*|shop*|storefront*|online store*|online shop*|outlet*|e shop*|boutique*"
    .. "|shops|e store*|store front*|virtual store*|shop fronts|seller store*|vendor shop*"
    .. "|live shops",
  buyer = "buyer*|customer account*|active buyer*|shopper*|annual active consumer*|active user*|active consumer*|customers worldwide|"
    .. "monthly active user*|unique buyer*|annual active buyer*|active customer*|unique visitor*|mobile user*"
    .. "|active recipient*|monthly active recipient*|average monthly active recipient*"
    .. "|recipients of the service|registered shopper*|registered customer*|annual buyer*"
    .. "|registered buyer*|customers"
    .. "|people shop|people a month visit|people a month|shop on|users worldwide|customers in"
    .. "|people use the app|monthly users|average monthly recipients|average monthly users"
    .. "|daily users|daily active users|monthly active customers|annual customers|users a month"
    .. "|shop with|consumers shop|consumers who shop|shoppers on|users of the app",
  consumer = "consumer*|customer*|shopper*|user*|buyer*|member of the public|members of the public|the public",
  creator = "creator*|influencer*|livestreamer*|streamer*|affiliate*|live streamer*|kol|kols|host*|content creator*|"
    .. "broadcaster*|anchors|hosts"
    .. "|vloggers|bloggers|promoter*|key opinion leaders|brand ambassadors|hosts of live streams"
    .. "|livestream hosts|live hosts",
  counterfeiter = "counterfeiter*|alleged counterfeiter*|infringer*|bad actor*|criminal*|counterfeit seller*|suspected counterfeiter*",
  gang = "gang*|criminal group*|organised crime group*|organized crime group*|criminal network*|crime group*|syndicate*|"
    .. "ring|rings|criminal organisation*|criminal organization*|crime ring*|criminal gang*|counterfeiting network*|ocg|ocgs|crime network*|crime syndicate*",
  rights_holder = "trademark owner*|copyright owner*|rights owner*|trade mark owner*|rights holder*|right holder*|rightsholder*|rightholder*|rights owner*|brand owner*|"
    .. "ip owner*|ip holder*|trademark owner*|trade mark owner*|copyright owner*|ip rights holder*|rights holder account*|rights holders' account*|copyright holder*|ipr holder*|intellectual property owner*"
    .. "|registered compan*|companies registered|rights holding compan*|registered rights owner*"
    .. "|participating right holders|rights holding firms|trade mark proprietor*|proprietor*"
    .. "|right owners|registered brand*"
    .. "|newcomers|registrants|right owner*|ip owners|rights owning firms"
    .. "|rights owning companies|participant firms|account holders",
  member = "member*|roster*|member compan*|membership|signator*|partner*|participant*|member compan|"
    .. "brand partner*|member brand*|representative*"
    .. "|founding member*|member firm*|corporate member*|member businesses",
  brand = "brand*|luxury brand*|international brand*|global brand*|trademarks represented|label*"
    .. "|marques|trade marks|fashion houses|household names|brand names|rights owning companies"
    .. "|participating brand*|brands and rights owners|branded companies"
    .. "|brand enrolment*",
  staff = "staff|employee*|specialist*|expert*|professional*|investigator*|headcount|personnel|moderator*|"
    .. "reviewer*|engineer*|data scientist*|software developer*|agents and reviewers|full time staff|workforce|team member*|analyst*"
    .. "|officers dedicated|lawyers|brand protection professionals|people work|colleagues"
    .. "|full time employee*|full time equivalents|fte|ftes|people on the team|review staff"
    .. "|content reviewers"
    .. "|head count|crew|task force|specialist team|lawyers and investigators"
    .. "|brand protection staff|moderation staff|team of|unit of|team numbers|department of"
    .. "|legal team"
    .. "|protection team|brand protection team",
  agency = "agency|agencies|law enforcement agenc*|law enforcement bodies|police force*|team*|law enforcement team*|"
    .. "administration*|customs authorit*|customs administration*|authority|authorities|customs offices|unit*|"
    .. "customs services|departments|police departments|regulator*|law enforcement authorities|law enforcement agency|bureau*|brigades|forces|enforcement agencies|law enforcement agencies|task force*|district and county law enforcement agencies"
    .. "|police forces|police services|law enforcement unit*|prosecutors' offices|public bodies"
    .. "|institutions|organisations taking part|organizations taking part|enforcement bodies"
    .. "|government agencies|government departments|ministries|partner agencies",
  country = "country|countries|member states|member state|nation|nations|economy|economies|jurisdiction*|territory|territories|european countries|eu countries|eu member states|eu member state"
    .. "|member countries|countries and territories|countries and regions"
    .. "|participating countries|states|eu members|states taking part|partner countries",
  respondent = "respondent*|participant*|interviewee*|people surveyed|companies surveyed|consumers surveyed|"
    .. "survey participant*|people polled|local authorit*|sample|interviews|people interviewed|persons interviewed|respondents surveyed"
    .. "|interviewees|respondents|those surveyed|those asked|those questioned|those polled"
    .. "|of those who answered|people asked|base",
  surveyed = "consumer*|shopper*|respondent*|european*|young people|young european*|youngster*|citizen*|adult*|"
    .. "people|americans|britons|parents|participant*|sme*|small firms|companies|company|business*|brands|firm*|youth|youths|women|men|victim*|"
    .. "customers|buyers|internet users|smes|local authorit*|professionals|executives|students|teenagers|gen z|millennials|"
    .. "young consumers|online shoppers|luxury shoppers|population|persons|public|marketers|manufacturers|marketing decision makers|decision makers|organisations|organizations|right holders|rights holders|authorities|brand owners|europeans|eu citizens|chinese consumers|internet population|teens|generation z|council*|individuals|users"
    .. "|managers|brand protection managers|computer users|residents|households|travellers"
    .. "|tourists|travelers|workers|employees|owners|business owners|gamers|fans|viewers"
    .. "|subscribers|readers|listeners|seniors|patients|doctors|pharmacists|drivers|retailers"
    .. "|buyers of luxury|shoppers|consumers|germans|italians|spaniards|poles|swiss"
    .. "|french people|swedes|danes|dutch|indians|japanese consumers|koreans|australians"
    .. "|canadians|brazilians|men and women|under 25s|over 65s|under 35s|over 55s|respondents"
    .. "|sports fans|football fans|online buyers|internet shoppers|lawyers|counsel"
    .. "|in house counsel|ip professionals|heads of brand protection|investors|citizens"
    .. "|people aged|those aged|young adults|mothers|fathers|traders|shop owners"
    .. "|small businesses|year olds|15 24 year olds|under 30s|fashion buyers|gen zers"
    .. "|gen z consumers|social media users|app users|football supporters|supporters"
    .. "|holidaymakers|brits|online users|young men|young women",
  -- things on a platform
  listing = "listing*|product listing*|offer*|product page*|item listing*|product link*|ad listing*|suspect listing*|"
    .. "suspected listing*|infringing listing*|product detail page*|detail page*|publication*|"
    .. "counterfeit listing*|product*|marketplace listing*|suspicious listing*|bad listing*|items for sale|goods listing*|restricted product*|auctions|auction*|offers for sale|infringing offer*"
    .. "|offers|offer pages|classified*|classified ads|listings for sale|products listed"
    .. "|listed products|sales listings|suspected infringing listing*|counterfeit offers"
    .. "|fake listings|infringing product listings|seller listings|items listed|sales pages"
    .. "|advertisements for counterfeit goods"
    .. "|publications live",
  link = "link*|url*|search result*|web link*|infringing link*|copyright link*|web address*|infringing url*|pirate link*|hyperlink*|search link*"
    .. "|infringing pages|delisted urls|infringing web addresses|links to pirated content"
    .. "|links to counterfeits|result pages|pages from search"
    .. "|pages with pirated|search listing*",
  content = "video*|post*|livestream*|live stream*|advert*|ad|ads|advertisement*|clip*|content|live room*|"
    .. "short video*|live session*|livestream session*|broadcast*|stream*|pieces of content|piece of content|"
    .. "pieces|comments removed|photo*|songs|media posts|social media post*|app*|marketplace posts|uploads|upload*|livestreams|live broadcasts|advertising"
    .. "|reels|shorts|stories|tracks|channels|infringing content|items of content"
    .. "|streams|live shows|infringing videos|tiktoks|pins|sponsored posts|adverts|commercials"
    .. "|banner ads|promotions"
    .. "|photograph*|live sessions|live streams|comment*|memes|playlists|episodes|match stream*"
    .. "|shows|stream|audio|recordings",
  account = "account*|rights holder account*|registered account*|user account*|profile*|user profile*"
    .. "|advertiser account*|ad account*|uploader*|user accounts|accounts|advertisers|channels"
    .. "|groups|pages and groups"
    .. "|channel*|user accounts|advertiser account*|advertiser accounts|uploader accounts"
    .. "|accounts for",
  social_account = "social media account*|social media profile*|social account*|social network account*|"
    .. "facebook account*|instagram account*|facebook page*|social media page*|social media group*|accounts on social media|social network profile*|social media pages"
    .. "|social media accounts|facebook group*|facebook profiles|instagram profile*"
    .. "|instagram pages|telegram channel*|telegram group*|whatsapp group*"
    .. "|profiles on social media|social media channels|social network pages"
    .. "|social network groups"
    .. "|instagram and facebook profile*|facebook and instagram profile*|ig profiles|fb profiles"
    .. "|instagram account*|social network profiles|social media profile*"
    .. "|facebook and instagram account*|instagram and facebook account*|pages on facebook"
    .. "|profiles on instagram|accounts on instagram|accounts on facebook|social media handles"
    .. "|twitter account*|tiktok account*|tiktok accounts|social profiles|wechat account*"
    .. "|telegram channels",
  user = "user*|registered user*|member account*|account holder*|registrant*",
  ipp = "ipp|portal|ip reporting system|rights protection system|ipp platform|intellectual property protection platform|ip protection platform|reporting portal|"
    .. "rights protection platform|ip portal|brand registry|ipp plus|rights holder account*|"
    .. "reporting platform|vero|brand portal|protection portal|protection platform|ipr portal|notice portal|brand rights protection|rights manager|intellectual property protection portal|brand protection portal|brand protection program|brand protection programme|validated"
    .. "|rights portal|seller portal|rights holder portal|brand protection platform"
    .. "|ip protection portal|notice and action portal|brand centre|rights management portal"
    .. "|vero|rights owner portal|rights owners' portal|notices portal|brand protection tool"
    .. "|brand registry portal|reporting tool|rights registry|register on the platform"
    .. "|registered on the platform|on the platform|the portal|protection system"
    .. "|project zero|brand registry|transparency programme|transparency program"
    .. "|transparency service|ip accelerator",
  registration = "registration*|bad selling accounts|bad actor accounts|suspect selling accounts|account creation*|account creation attempt*|seller registration*|new account*|"
    .. "signup*|sign up*|account opening*|applications to sell|seller application*|seller account application*|registration attempt*|onboarding|attempted seller registrations|attempted registrations|account registrations"
    .. "|would be sellers|prospective sellers|sellers applying|seller sign ups"
    .. "|fraudulent registrations|merchant applications|merchant application*|store applications"
    .. "|new seller accounts|seller onboarding|shop applications|aspiring sellers|opening a shop"
    .. "|opening a store|opening an account|opening accounts|open a shop|open a store"
    .. "|applied to sell|who applied|applying to sell|at registration|at sign up|at the door"
    .. "|would be merchants|would be traders",
  attempt = "attempt*|account creation attempt*|registration attempt*|attempted registration*|"
    .. "attempted seller registrations|attempted account creations|attempted account registrations|seller account creation attempts|bad actor attempts"
    .. "",
  flag = "flag*|flagged item*|report of suspicious|reports of suspicious|member flags|user flags"
    .. "|flagged|flags raised|report suspicious|reports suspicious|reported suspicious"
    .. "|reporting suspicious|suspicious items",
  request = "takedown request*|removal request*|notice*|takedown notice*|complaint*|claim*|request*|takedown*|ip takedown*|"
    .. "infringement notice*|infringement report*|infringement complaint*|copyright notice*|trademark notice*|"
    .. "notification*|infringement claim*|intellectual property report*|ip report*|ip complaint*|dmca notice*|"
    .. "dmca request*|removal notice*|ip claim*|reports|take down*|take down request*|take down notice*|counterfeit report*|copyright report*|trademark report*|notices of infringement|notices of claimed infringement|reports of infringement|reports of ip infringement|ipr complaint*|ip infringement report*|infringement request*|delisting request*|copyright removal request*|copyright takedown notice*|reports from rights holders|submissions|submission*|intellectual property notice*|ip notice*|counterfeit notice*|copyright complaint*|trademark complaint*|notices submitted|notices of alleged infringement|alleged infringement notice*|infringement notification*|removal requests|copyright removal notice*|trade mark report*"
    .. "|takedowns|objections|ip notices|infringement alerts|notice and takedown request*"
    .. "|takedown demand*|copyright claim*|copyright strikes|rights holder complaints"
    .. "|rights owner notices|legal removal requests|alleged infringements|brand complaints"
    .. "|ip infringement complaint*|cease and desist takedowns|reports of alleged infringement"
    .. "|reports of counterfeits|reports by brands|reports filed|reports submitted"
    .. "|reports received|alerts"
    .. "|report of counterfeit*|reports of fakes|trademark report*|copyright reports"
    .. "|notices and complaints|legal notices|ip reports|infringement reports|take down demands"
    .. "|brand reports|rights owner reports",
  data_request = "requests from authorities|requests for user information|requests for user data|information requests|government requests|"
    .. "data requests|disclosure requests|requests for information|requests from law enforcement|authorities' requests"
    .. "|queries|subpoenas|authorities|aro rights|arco rights|data protection requests"
    .. "|access requests|legal demands for data|emergency requests|user data"
    .. "|requests from government|account information requests"
    .. "|counter notice*|requests to disclose|applications for disclosure|disclosure"
    .. "|user information|government agencies filed|court orders to disclose|courts and police"
    .. "|police enquiries|enquiries from police|enquiries|requests for account data"
    .. "|national security|gag orders|search warrants for data|wiretap orders|official requests"
    .. "|access to data",
  valid_notice = "valid notice*|valid infringement notice*|valid notices of infringement|accepted as valid|valid complaint*|valid report*|valid notices of potential infringement|valid claim*",
  copyright = "copyright|dmca|copyrighted",
  ip_right = "ip right*|ipr|iprs|intellectual property right*|validated ip right*|registered right*|"
    .. "trademark*|trade mark*|ip asset*|registered trademark*|validated right*|intellectual properties|registered ips|ips|ip portfolios|pieces of ip"
    .. "|registered ip|marks|registered marks|trade mark registrations|trademark registrations"
    .. "|registered brands and rights|registered intellectual property rights"
    .. "|copyright registrations|design rights|ip records|patents registered|rights uploaded"
    .. "|rights",
  unit_item = "product unit*|unit*|product*|serialised unit*|codes|serialized unit*|transparency codes|unique codes|qr codes"
    .. "|garments tagged|labels issued|tags issued|items authenticated|authentications"
    .. "|items checked|items verified|serial numbers|authentication checks"
    .. "|products authenticated|products serialised|nfc tags|unique identifiers|serial codes"
    .. "|unique serial numbers",
  test_purchase = "test purchase*|test buy*|test buying|mystery purchase*|trap purchase*|trial purchase*|mystery shopping purchase*|mystery buys"
    .. "|trial buys|sample purchases|decoy purchases|controlled purchases|test order*"
    .. "|sample buys|trap buys|purchase tests"
    .. "|trial order*|sample order*|trial purchase*|check purchase*",
  order = "order*|sale*|sold|transaction*|order placed|purchases|products sold|units sold|items sold|products ordered|units ordered"
    .. "|parcels sold|purchase*|deliveries|items bought"
    .. "|orders|parcels ordered|boxes shipped|parcels shipped|sales"
    .. "|goods sold|items ordered|deliveries made|checkouts",
  suspected_fake = "suspected counterfeit*|suspected fake*|return requests|return request*|refund*|refund request*|suspected counterfeit goods|orders suspected|suspected infringing goods|goods sent back|returns|suspected counterfeit orders|fake related returns"
    .. "|reports of suspected fakes|suspected fake orders|claims of fakes"
    .. "|refunds for suspected fakes|suspicious orders|orders reported as fake"
    .. "|as suspect|suspected of being fake|suspected of being counterfeit|suspect parcels"
    .. "|suspected as fake|suspected to be fake|returned as suspected|parcels as suspect"
    .. "|suspected counterfeit parcels|thought to be fake|rate of suspected",
  counterfeit_complaint = "rate of customer complaints|rate of complaints|counterfeit complaint*|complaint of counterfeit|fake complaint*|complaint about counterfeits|"
    .. "complaints of counterfeits|a counterfeit complaint|counterfeit claim*|counterfeit infringement complaint*|complaints about fakes|a complaint from a buyer|authenticity complaint*"
    .. "|complaint about authenticity|complaint about fakes|complaint that the item"
    .. "|complaint that it was fake|complaints that an item|complaints about authenticity"
    .. "|complaint of a fake|fake item complaint*|counterfeit complaint rate"
    .. "|complained of a fake|complain that it was|complains that it was|complained that it was"
    .. "|complaining that it was|complained that it was fake|complained about a fake"
    .. "|complaints of fakes|doubts about authenticity|claim that it was fake"
    .. "|reported as counterfeit|reported as fake"
    .. "|complained of fakes|complained of counterfeits|complained about counterfeits"
    .. "|dispute over authenticity",
  removal = "removal*|takedown*|deletion*|delisting*",
  page_change = "page change*|attempted page changes|changes to product pages|attempted changes|changes",
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
}

M.verbs = {
  ask = "asked|ask|asks|asking|demand~|request~|requests|sought|urged",
  for_removal = "to remove|to delist|to delete|to take down"
    .. "|for removal|for takedown|for delisting",
  takedown_verb = "delist~|take down|taken down|took down|takes down|taking down|deindexed|unpublish~"
    .. "|removed from sale|pulled down|brought down|taken offline|took offline|came down"
    .. "|come down|struck from"
    .. "|taken off the site|taken off the platform|off the site|taken off|took off the site"
    .. "|deleted from",
  find = "found|find|finds|detect~|spot~|spotted|identified|identify|caught|catch~|picked out"
    .. "|pick up|picks up|picked up|picking up|discovered|uncovered|flagged",
  buy_verb = "bought|purchase~|purchased|buy|placed|ordered",
  led_to = "result in|results in|resulted in|resulting in|resulted in"
    .. "|ended in|brought about|acted on|act on|acts on|response to|in response to"
    .. "|followed by removal|granted|complied with|comply with|complied|upheld|actioned|honoured"
    .. "|honored|succeed~|produced a removal|content removed|content was removed"
    .. "|content taken down",
  gone = "disappear~|vanish~|had to go|gone|fished out"
    .. "|fish out|fishes out|fished out|fishing out|went dark|came off|cut short|interrupt~"
    .. "|pulled the plug|axe|axed|weeded out|scrubbed|purge~|eject~|evict~|revoke~|withdrawn"
    .. "|oust~|drove out|driven out|show the door|shows the door|showed the door"
    .. "|showing the door|the door|off its marketplace|off the marketplace|off its site"
    .. "|off our site|off the platform|off its platform|off our platform"
    .. "|from the platform for good|lost their place|lose their place|out of the market",
  fake_habit = "bought a fake|bought fakes|buy fakes|buying fakes|purchased fakes|bought counterfeits|buy counterfeits|"
    .. "buying counterfeits|bought counterfeit goods|knowingly bought|bought on purpose|intentionally bought|"
    .. "illegal sources|illegal source|pirated sources|accessed pirated content|access pirated content|used illegal",
  have_view = "see|sees|own|owns|serve|serves|owe|owes|worry|worries|buy|buys|say|says|know|knows|admit~|prefer~|accessed|accesses|fall short|tested|looked at|acted on|earn|earns",
  crack = "crack~|solve~"
    .. "|broke up|busted a case",
  remove = "remove~|take down|taken down|takes down|took down|taking down|taken offline|pull~|delete~|delist~|eliminate~|"
    .. "purge~|scrub|scrubbed|withdrawn|withdrew|vanish~|came down|come down|struck|strike|cleared|takedown*|removal*|"
    .. "taken off|took off|disable~|disabled access|brought down|erased|deindexed|acted on|actioned|take off|wiped|dropped from search|stripped|cleaned up|clean~|restricted|removals|deletion*|weeded out|removed from sale|ended|banned listings|tackled|eliminated|deactivated listings|cancelled"
    .. "|purged|axed|blocked access|went dark|went offline|knocked offline|taken out of search"
    .. "|removed from search|pulled down|wiped out|expunged|swept away"
    .. "|expelled from search|filtered|took offline|remove listings|weed out"
    .. "|taken from view|taken off the site|dropped|closed down|suppressed|hidden|invalidated"
    .. "|were lost|lost"
    .. "|disappear~|had to go|fished out|fish out|fishes out|fished out|fishing out|came off"
    .. "|come off|goes off|cut short|interrupt~|pulled the plug|plug pulled|axe~|axed|delisted"
    .. "|fade from|swept from|thrown out|threw out|gone|cull~|excis~|unpublish~|de list~"
    .. "|rooted out|root out|roots out|rooted out|rooting out|hunted down|ferret out|ferrets out"
    .. "|ferreted out|ferreting out|swept off|off the market's pages|removed or blocked"
    .. "|struck off",
  block = "block~|refused to list|refuses to list|refusing to list|declined to list|off its site|off its sites|off the site|off the platform|off its platform|off our store|off its store|stop|stopped|stopping|stops|prevent~|reject~|intercept~|kept off|keep off|barred from|refused before|screened out|turned away|"
    .. "thwart~|never went live|before they went live|before publication|denied entry|kept out|filtered out|foil~|before they were listed|before going live|halted|prevented|before appearing|deterred|blocking|before they appeared|pre emptively"
    .. "|kept from being published|from ever being published|never published"
    .. "|kept from going live|kept off the platform|not allowed to list|kept another"
    .. "|before they went on sale|before they were published|before being listed|before listing"
    .. "|before reaching shoppers|before buyers could see them|before customers could see them"
    .. "|turned down|weeded out before|prevented from being listed|denied|caught before"
    .. "|filtered before|intercept"
    .. "|made it onto|never made it|made it to the site|before publication|from going live"
    .. "|going live|from ever appearing|ever appearing|from appearing|never shown|ever shown"
    .. "|put on sale|before they were put|point of upload|at upload"
    .. "|prior to publication|before being published|before they could be listed"
    .. "|before they could appear|before anyone could see|could be seen|turned away|turn away"
    .. "|turned back|turn back|turns back|turned back|turning back|turns away|turning away"
    .. "|barred|bar|bars|baulk~|nipped in the bud|stymie~|frustrat~|shut out|fend off|fends off"
    .. "|fended off|fending off|ward off|wards off|warded off|warding off|repel~"
    .. "|before they ever appeared|before ever appearing|ever appeared|failed our checks"
    .. "|failed checks|failed verification|thrown out|threw out|at the door|from opening"
    .. "|before they reached|before it reached|before shoppers could|never saw the light"
    .. "|saw the light|before they could be offered|before it appeared|before it was listed"
    .. "|before being put on|before being offered|before offering"
    .. "|weeded out|sifted out|failed the checks|did not get past",
  close = "close~|shut|shut down|shutting down|closure*|shutter~|dismantle~|raid~|bust|busted|switched off|terminate~|deactivate~|"
    .. "lost their storefronts|suspend~|ban|banned|banning|disable~|taken offline|offline|closing down|closed down|taken down|takedown|put out of business|kicked off|cut off|deregistered|removed|cancelled|destroyed|uncover~|discovered|blocked|struck off|delisted|demolished|broken up|wound up|seized|taken over|expelled|delete~|inactive|storefronts closed|permanently closed"
    .. "|padlock~|seal~|sealed off|out of action|put out of action|went dark|vanish~"
    .. "|knocked offline|took offline|thrown off|threw off|throw off|kicked|booted"
    .. "|off its network|off the network|off the platform|block~|evict~|purge~|liquidat~"
    .. "|wiped out|barred|dissolved|search and shut|shuttering|broke up|smash~|neutralis~"
    .. "|neutraliz~|disrupt~|searched and closed|pulled the plug"
    .. "|eject~|evict~|lost their place|lose their place|shut for good|pulled down the shutters"
    .. "|axed|axe|chased away|driven out|revoked|withdrawn",
  sanction = "sanction~|punish~|penalise~|penalize~|ban|banned|suspend~|deactivate~|terminate~|disciplin~|warned|penalty|penalties|demoted|"
    .. "barred|cut off|can no longer sell|restricted|expelled|blocked|disable~|removed|strikes|closed|dealt with|actioned|kicked out|taken action|enforcement action|took action against|taken action against|action against|deplatformed|permanently closed|fined"
    .. "|fin~ed|denied|lost their accounts|lost selling rights|lost selling privileges|shut out"
    .. "|delist~|downgraded|frozen|struck off|suspended|terminated|blacklist~"
    .. "|prohibited from selling|thrown off|kicked off|threw off|action taken|acted against"
    .. "|stripped of|penalised|docked|restrict~"
    .. "|the door|off its marketplace|off the marketplace|off its site|off our site"
    .. "|off our platform|off its platform|from selling|lost their selling|lost selling"
    .. "|selling privileges|selling rights|right to sell|stripped|withdrawn|revoke~|warning*"
    .. "|bans|enforcement|penalis~|penalties|sanctions|frozen|freez~|eject~|oust~|kick~|evict~"
    .. "|shunn~|shut off|struck|excluded|exclud~|lock out|locks out|locked out|locking out"
    .. "|removed from the platform|lost their account|lost their right|lose their"
    .. "|commerce permission|commerce features|commerce permissions|e commerce permission"
    .. "|shopping tools|disqualif~|curb~|put on notice|suspension*|bann~"
    .. "|affected|touched|hit by|shopping rights|lost shopping|shut down for",
  seize = "seize~|got rid of|binned|disposed of|scrapped|incinerated|confiscat~|confiscated|confiscate|detain~|intercept~|stopped|stop|recover~|withheld|impound~|held back|taken off the market|"
    .. "destroy~|captured|withdrawn|taken out of circulation|turned back|netted|netting|hauled|held|taken|suspended|"
    .. "interdict~|forfeited|removed from the market|kept off the market|off the market|turned up|discover~|uncover~|retained|taken out|embargoed|blocked|removed|secured|never reached buyers|worth|rounded up|took|took off the streets|intercepted"
    .. "|halt~|bagg~|bagged|nett~|snar~|collared|pull~ from shelves|stopp~|kept from reaching"
    .. "|from reaching|away from patients|kept away|swooped|removed from sale"
    .. "|taken off the streets|detained|withhold|caught|got hold of|kept out of circulation"
    .. "|snapped up|swept up|gathered|scooped up|bag~|took in|taken in|halted|came away with"
    .. "|turned away at the border|refused entry|rendered|destroyed|crushed|shredded|burned"
    .. "|burnt|found|located|bagging|never reached the market|brought in|hauled away|carted off"
    .. "|haul of|seizing|ran to|came away|seizure value|seized value",
  arrest = "arrest~|detain~|behind bars|locked up|custody|apprehend~|nabbed|caught|rounded up|held"
    .. "|picked up by police|taken into custody|captured|handcuffs|arrest warrants|arrests"
    .. "|hauled in|in cuffs|collared|placed under arrest|put behind bars|detention|arresting"
    .. "|seized suspects|took in suspects|nicked|put in custody"
    .. "|remanded|remanded in custody|took into custody|picked up|detaining",
  prosecute = "prosecute~|reported to judicial authorities|reported to prosecutors|referred to prosecutors|charged|brought to court|"
    .. "sent to prosecutors|put on trial|transferred to prosecutors|reported to judicial|reported to the prosecutor|taken to court|court action|prosecutors|facing charges|referred for prosecution|brought to justice|facing prosecution|judicial authorities"
    .. "|prosecuting|referred to the prosecutor|handed to prosecutors|sent to court"
    .. "|sent to trial|faced trial|referred to prosecution|passed to prosecutors"
    .. "|reported to the public prosecutor|in the dock|arraigned|put before the courts"
    .. "|brought to trial|reported for prosecution|facing court|stand trial"
    .. "|brought before the court|brought before a judge|brought before the courts",
  convict = "convict~|sentenced|found guilty|pleaded guilty|jailed|imprisoned|guilty"
    .. "|were convicted|sentencing|found guilty of|pled guilty|admitted guilt|handed sentences"
    .. "|sent to prison|sent to jail|jail terms",
  indict = "indict~",
  sue = "sue~|gone after|went after|going after|in court|taken to court|suing|file~ suit|took to court|litigat~|sued or referred|took aim at|pursue~|lawsuit*|took legal action|took to law|targeted"
    .. "|brought suit|brought lawsuits|brought actions|taken legal action|civil court",
  refer = "refer~|report~|hand~ over|passed to|pass~|handed police|transfer~|submitted to law enforcement|provided|law enforcement|police|share~ with|notified"
    .. "|forward~|pass~ on|hand~|supplied|gave police|tipped off|flagged to police"
    .. "|brought to the attention of",
  conclude = "conclude~|closed|resolve~|settled|decide~|dispose~|adjudicat~|heard|completed|cleared|wrapped up|finished|ruled on|tried"
    .. "|clos~|settl~|resolv~|adjudged|judged|disposed of|cleared up",
  process = "process~|handle~|dealt with|resolve~|respond~|complete~|acted upon|address~|settle~|answered|actioned|decided|reviewed|processing|turned around|cleared|closed|responding"
    .. "|decid~|clear~|dispos~|dealt|acted|settle|settling|to settle|answer~|turnaround"
    .. "|handling",
  reject = "reject~|turned down|turning down|turn down|refuse~|declin~|denied|said no|incomplete|invalid|dismissed|rejection*|not accepted|duplicates|not valid"
    .. "|turned away|turn away|turns away|turned away|turning away|thrown out|threw out"
    .. "|sent back|no action|not acted|rejected as|refused as|rejection rate|rejected rate"
    .. "|dismiss~|bounced|bounce~|set aside|lacked|incomplete|fell short|fail~|failed|unfounded"
    .. "|without merit|not upheld|them away",
  enroll = "enroll~|enrol|enrolled|enrols|enrolling|enrolment|enrollment|join|joined|sign~ up|signed up|register~|participat~|onboarded|have joined"
    .. "|use|uses|using|print|prints|adopted|adopt|take part|taken part|took part|covered"
    .. "|signed on|enlisted|belong|belonged|protected by|opted in|have access|participating"
    .. "|onboard~"
    .. "|enrolment|enrolled|enlist~|welcome~|welcomed|came aboard|on board|signed up to"
    .. "|take part in|takes part in|admitted to|protected under|protects|part of the programme"
    .. "|in the registry|in the programme|in the program|in the scheme|to the programme"
    .. "|to the program|to the scheme|under the programme|among its users|onboarding|inscribed"
    .. ""
    .. "|brand enrolment*"
    .. "|used|used by|transparency",
  represent = "represent~|representing|on behalf of|stand for|between them|cooperat~|partnered with|work with|works with|working with|partnered|covering brands"
    .. "|speak for|speaks for|speaked for|speaking for|stand for|stands for|stood for"
    .. "|own between them|between them|on their behalf|behind them|brings together"
    .. "|bring together|united|unites|unite"
    .. "|own|owns|owning|behind them",
  protect = "protect~|shield~|serialis~|serialized|serialised|serialize|enabled|verif~|verified|verify|authenticat~|safeguarded|transparency|checked|scanned"
    .. "|authenticated|authenticators|tagged|labelled|labeled|marked|scan~|check~ed|coded"
    .. "|track~ed|applied"
    .. "|put on|apply|applies|coded|bear|verif~|authenticat~|scanned|serialised|labelled|tagged"
    .. "|marked|affixed|affix~",
  invest = "invest~|spend~|spent|spending|put into|put in|we put|devot~|devoted|spend on|commit~|allocated|ploughed|plowed|poured|expenditure|investment*|budget"
    .. "|earmark~|set aside|budgeted|budget of|spends|costing|spending of|channelled|paid out"
    .. "|laid out|sank|sunk|sinks|lays out|pumped|pumps|plough~|shelled out|lay out|sink|swallow~"
    .. "|swallowed|pump~|put aside|put towards|put toward|plow~|pour~|inject~|bill for|forked out"
    .. "|shell out|shells out|shelling out|splash~|outlay*|outlays|cost the marketplace"
    .. "|cost the platform|cost the company|cost the group|dedicate~|sums spent|goes into"
    .. "|went into|went on|gone into",
  lose = "lose|lost|losing|loses|loss|losses|foregone|forgone|missed out|cost|costs|costing|displaced|destroyed|wiped out|deprived"
    .. "|forgo~|missing out|went without|go without|deprive~|cost legitimate|cost businesses"
    .. "|shortfall|damage is put|denied|robbed of|drain|drained|hit to|lower sales"
    .. "|lost sales|sales lost|sales losses|job losses|jobs lost|lost jobs"
    .. "|direct lost sales|lost business|business lost|gross domestic product lost"
    .. "|direct job losses|employment losses|revenues foregone|jobs forgone"
    .. "|jobs destroyed|tax losses|revenue losses|losses of revenue|eaten up|eats up"
    .. "|ate up|eat into|swallow~",
  register = "register~|registered|validat~|hold|held|recorded|record|protected|approved|filed|accept~",
  approve = "approve~|pass|passed|made it through|passed verification|granted|went on to list|make it|cleared verification|verified|approval"
    .. "|admitted|accepted|let through|cleared|accept~|succeed~"
    .. "|waved through|wave through|let in|made it|make it through|ended in|granted a shop"
    .. "|allowed to sell|allowed in|accepted|pass~|admitted|admit|approval rate|cleared to sell"
    .. "|got in"
    .. "|got past|get past|gets past|got through|get through|taken on|past the checks"
    .. "|through the checks|survived vetting|met the standard",
  inspect = "inspect~|check~|open|opened|examin~|examined|screened|searched|controlled|inspection*|scrutinised|scrutinized|verified|scanned"
    .. "|sift~|scan~|x ray~|x rayed|looked into|gone through|looked at|stopped for inspection"
    .. "|vetted",
  open_case = "open|opened|launch~|investigat~|crack|cracked|cracking|solved|initiat~|commenced|started|broke|handled|detected|filed|conduct~|conducted|uncovered"
    .. "|take up|took up|probed|looked into|pursued|began|begun",
  other_deed = "examined|examine|examines|examining|scanned|scan|scans|scanning|checked|verified|verify|"
    .. "verifies|monitored|monitor|monitors|reviewed|review|reviews|released|let go|survive|survived|survives|"
    .. "sampled|logged|analysed|analyzed|analyse|tested|tracked|screened|looks at|look at|looked at|assessed|"
    .. "processed|process|answered|met|reinstated|restored|abandoned|transported|carried|visited|trained|"
    .. "attended|elected|returned to|amended|examination|genuine after all|turned out|studied|"
    .. "sold|bought|purchased|shipped|declared|replaced|translated|donated"
    .. "|granted",
  damages_verb = "awarded|award|awards|ordered|fined|hand over|confiscated|pay|paid|recovered|ordered to pay|granted|imposed|forfeit"
    .. "|order~|courts awarded|won|win|winning|secured|obtained|to pay",
  arrest_deed = "arrest~|apprehend~|nabbed|handcuffed|took into custody|taken into custody"
    .. "|put in custody|placed under arrest|picked up|rounded up|remanded"
    .. "|remanded in custody|behind bars|held on suspicion|locked up|hauled in|collared",
  prosecute_deed = "prosecute~|charge~|put on trial|brought to trial|sent to trial|brought to court"
    .. "|brought before the court|reported to prosecutors|reported to the prosecutor"
    .. "|referred to prosecutors|reported to judicial authorities|facing charges"
    .. "|facing prosecution|filed charges against|charges against"
    .. "|charges have been filed against|brought charges against|stand trial|on trial",
  convict_deed = "convict~|sentenced|found guilty|pleaded guilty|pled guilty|imprisoned|jailed"
    .. "|sent to prison|were convicted",
  seize_deed = "seize~|confiscat~|confiscated|impound~|intercept~|hauled away"
    .. "|took off the streets|seizing|confiscating|impounding|got hold of"
    .. "|taken off the streets|forfeited|turned up|come away with|came away with|bagged"
    .. "|carted off|carted away|rounded off",
  poll_deed = "survey~|polled|interviewed|questioned|canvassed|quizzed|asked|sampled"
    .. "|put questions to|spoke to|spoke with|heard from|replied|took the survey"
    .. "|took part in the survey|responded|returned the questionnaire|filled in"
    .. "|answered the questionnaire",
  close_deed = "raid~|dismantl~|dismantled|padlock~|shut down|search~|broke up|destroy~|uncover~"
    .. "|empty|emptied|smash~|sealed|bust|busted",
  file_suit = "file~|filed|lodged|brought|launched|initiated|bring|started|opened|commenced"
    .. "|filing|bringing|open|launch|took to court",
  asked = "ask~ for|asking for|seek|seeks|seeking|sought|demand~|risks|liable to"
    .. "|faces|facing|may be fined|can be fined|could be fined|maximum"
    .. "|maximum fine|maximum penalty"
    .. "|claims damages|are claiming|is claiming|wants|could face|punishable|sue for"
    .. "|sued for|suing for|may impose",
  grant = "grant~|granted",
  handle = "wound up|wind up|wrapped up|took on|dealt with|took action in|settled|resolved"
    .. "|punished",
  said_deed = "say|says|said|admit~|admitted|believe~|agree~|think|thought|thinks|worry|worries"
    .. "|worried|regret~|prefer~|would buy|would stop|would consider|would not"
    .. "|do not know|did not know|know|knew|bought|buy|had bought|have bought|trust|fear"
    .. "|cited|cite|consider~|found it|felt|feel|expect"
    .. "|expected|justif~|wonder~|wondered|confess~|owned up|recall|ticked|chose"
    .. "|choose|blame|blamed|mentioned|mention|told pollsters"
    .. "|stream|streamed|downloaded",
}

-- words that say how, where or why; they may stand in any part of speech
M.marks = {
  economy = "foreign investment|foreign direct investment|direct investment|venture capital",
  on_site = "live on the site|live on the platform|items for sale|listed for sale|"
    .. "are live|were live|items are listed|available on the marketplace"
    .. "|on the marketplace|on our marketplace|on its marketplace|on our site|on its site"
    .. "|on our platform|in its stores|in our stores|for sale in|for sale on|up for sale",
  study = "study|estimate*|economists|researchers|frontier economics|oecd|forecast*|projected|projection*|expected to reach|annually|per year"
    .. "|economic impact|mapping|mapping study|quantifying|economic case|estimated trade",
  transit = "abandoned|in transit|de minimis",
  parcel_traffic = "mail shipments|express and mail shipments|cargo containers|parcels arrived",
  social = "social media|socialmedia|facebook|instagram|twitter|telegram|whatsapp|wechat"
    .. "|snapchat|pinterest|social networks|social network",
  valid = "as valid|valid|upheld|found valid|accepted as valid|substantiated|legitimate notices"
    .. "|well founded|justified|accepted",
  shut_site = "website closed|taken offline|suspended|shut|seized|closed|blocked|removed|taken down|disrupted|dismantled|offline|deleted"
    .. "|taken over|knock~|knocked|knocked offline|ordered blocked|to be blocked|brought down"
    .. "|block~|put out of action|seize~|switched off|unplug~|suspend~|unavailable"
    .. "|took over|take over|takes over|taken over|unavailable|cut off",
  lodge = "file~|filed|lodge~|submit~|submitted|submits|submitting|receive~|got|sent|accept~|send|bring|brought|initiate~"
    .. "|came in|arrived|reached|submitt~|filed by",
  receive = "receive~|got|accept~|registered|admitted|took on|take on|new|filed|took in|newly received"
    .. "|taken in|lodged|logged|docketed|brought|seized of|reached|come in|arrived"
    .. "|accepted for hearing"
    .. "|brought before|came before|landed before|landed at",
  live = "live|active|carried|available|on sale|on the site|hosted|online at any time|at any moment|at any time|at any given time|on the platform|listed"
    .. "|on offer|for sale|live at|in the catalogue|publications live|online at"
    .. "|carries|carry|catalogue holds|hosts|host|catalog|listed at"
    .. "|range|catalogue|its stores|at any one time|any one time|live at any|stock~|searchable"
    .. "|for sale in|for sale on|up for sale",
  operate = "sweep|sweeps|netted|raids|took part|take part|participat~|participated|involv~|ran|run by|mobilis~|mobilised|mobilized|joined|worked side by side|cooperat~|worked with|work with|collaborat~|from|cover|covering|covered|operation|run|coordinated|joined forces|taking part|carried out|spanning|supported|worked alongside|worked|partner~|helped|assisted|teamed up with|brought together|joint|in"
    .. "|participating|campaign|week of action|crackdown|joint operation"
    .. "|operations|simultaneous|simultaneously|joint action|action day|action days|took action"
    .. "|participants|coordinated action|enforcement"
    .. "|participating countries|states taking part|countries taking part"
    .. "|partner countries|participating states|participating nations|members taking part",
  work = "work|works|working|employ~|dedicated|on the job|hire~|keeping|employed|devoted|focused on|tasked|full time|team|into keeping|protecting|fight|fighting|combat|staff of|devoted to"
    .. "|work on|fulltime|on staff|tackling|policing|enforcing|patrol|patrolling|combating"
    .. "|combatting|headcount|people strong|payroll|workforce|counterfeiting team"
    .. "|look after|looking after|look after intellectual property|police|guard"
    .. "|guards|check listings|checking listings|fight against|fights|tasked with|in charge of"
    .. "|assigned to|moderation|on ip|trust and safety|round the clock|brand protection"
    .. "|anti piracy|anti counterfeiting|protection team|devote~|keep fakes|keeping fakes"
    .. "|department|squad|in size",
  handle = "handle~|handled|investigat~|dealt with|processed|heard|closed|conclude~|cracked|decided|adjudicat~",
  before_sale = "before a single sale|before anyone could buy|without having sold|before any sale|before the first sale|before being sold|without a single sale|"
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
  proactive = "proactive|before it was reported|before they are reported|before it is reported|before people reported|"
    .. "before anyone reported it|before users reported it|before being flagged|before any rights holder|before a rights holder|before rights owners|before any brand|"
    .. "before brands|before anyone complained|before a complaint|before any complaint|before any notice|proactively|on our own initiative|on its own initiative|own initiative|by itself|own controls|automated|without a report|before a report|"
    .. "automatic|own systems|on its own|own detection|before being reported|before a brand|before rights holders|before anyone reported|before they were reported|own technology|self initiated|algorithm*|machine learning|preemptively|voluntary|voluntarily|automatically|it spotted|own monitoring|found by its own|own motion|in house detection|before a brand ever had to|proactive controls|proactive measures|own tools|before receiving|before users reported|before any user reported|ai systems|by automation|technology alone|detected by technology"
    .. "|in house teams|in house team|own teams|own team|by its own teams|own filters"
    .. "|its filters|filters caught|image matching|no report needed|came before any complaint"
    .. "|own software|by its own software|software|automatic detection|detection tools"
    .. "|proactively by|without being asked|of its own accord|unprompted|by technology|ai models"
    .. "|ai|artificial intelligence|automated tools|automated systems|before a rights owner"
    .. "|before a complaint was made|picked out by|caught by its own|its own systems|own checks"
    .. "|scanning tools|before brands reported|self detected|internal detection|unreported"
    .. "|own accord|without any complaint|without a complaint|without a notice"
    .. "|unprompted|own detection|without any notice|without waiting|own accord|own initiative"
    .. "|brand had to report|had to report them|before a brand had to|before brands had to"
    .. "|our own tools|its own tools|ourselves|on their own initiative|of their own accord"
    .. "|on our own|by our own|before they ever|before it ever|proactive share|before it came to"
    .. "|without prompting|by itself|before anyone|before anybody|before users"
    .. "|before rights owners|before rights holders|before brands|before the brand"
    .. "|technology found|classifiers"
    .. "|before ever appearing|before they ever appeared|before it ever appeared"
    .. "|itself|ourselves",
  by_report = "consumers' reports|reports of consumers|shopper tip offs|tip offs from shoppers|consumer tip offs|"
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
  origin = "origin|source|was the source of|were the source of|originated in|originated from|came from|comes from|originat~|originated|came from|come from|provenance|made in|shipped from|coming from|sent from|sources|exporting|source country|dispatched from|of origin|source economy|traced to|provenance economies|source of|produced in|originating from|"
    .. "originating in|despatched from|sent out of|came out of|were sent from|were shipped from|departed from|"
    .. "exported from|place of origin|country of origin|countries of origin|country of provenance|manufactured in|"
    .. "hailed from|traced back to|main source|top source|leading source|biggest source|largest source",
  criminal_law = "law enforcement|police|criminal|prosecutors|public security|courts|sued|law|regulator|regulators|authorities|market regulator"
    .. "|public prosecutors|detectives|raids|bureau of investigation|investigators"
    .. "|federal police|national police|prosecution|judicial police|guardia civil|carabinieri"
    .. "|trading standards"
    .. "|homeland security|hsi|fbi|interpol|europol|agents|federal agents|sheriff"
    .. "|sheriffs|police officers|constables|gendarmerie|guardia di finanza"
    .. "|finance police|customs police|economic police|city of london police|pipcu|bka"
    .. "|officers|special agents|investigative unit",
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
  alliance = "alliance|alliance roster|anti counterfeiting alliance|aaca|coalition|consortium|anti counterfeiting collaboration|anti counterfeiting alliance's|ace|memorandum of understanding|mou"
    .. "|anti counterfeit council|anti counterfeiting council|brand council|council"
    .. "|working group|brand alliance|industry coalition|anti piracy coalition|partnership"
    .. "|taskforce|club|advisory council|consortia|network of brands"
    .. "|coalition|association|anti counterfeiting group|trade body|roster|federation"
    .. "|union of brands|network of rights holders|anti piracy alliance",
  administrative = "administrative|administratively|market regulation authorities|market regulators|market supervision|local authorities handled"
    .. "|market supervisors|market supervision bureaus|administrative departments"
    .. "|administrative bodies|administrative enforcement",
  survey_verb = "survey~|put its questions|put questions|asked|questionnaire*|pollsters|canvassed|polled|interviewed|questioned|responded|returned the survey|took part in the survey|sampled|survey|polling"
    .. "|poll|polls|poll of|spoke to|spoke with|interviewers|panel|fieldwork|online interviews"
    .. "|replied|took the survey|sample|sample of|question|questions|barometer|perception study"
    .. "|perception|opinion|opinion poll|study of consumers|answered|quizzed|asked whether|pulse"
    .. "|interviews|interviews with|interviewees|fieldwork among|those asked"
    .. "|online survey|telephone survey|household survey|polls among|answers from",
  msrp = "msrp|domestic value|seizure value|value seized|market value|estimated retail value|retail value|street value|manufacturer's suggested retail price"
    .. "|domestic retail value|estimated msrp|full retail price|retail price|at retail prices"
    .. "|at retail|genuine retail price|recommended retail price|rrp",
  if_real = "had they been genuine|had it been genuine|had they been real|if genuine|been genuine"
    .. "|been real|been authentic|if authentic|if real|if they were genuine|if sold as genuine"
    .. "|would have fetched|would have sold for|would have cost|would have been worth"
    .. "|would have brought|have fetched|would fetch|on the domestic market|at retail prices"
    .. "|if they had been genuine|had the goods been genuine|as originals|price of the originals"
    .. "|genuine equivalents|taken at the price of originals",
  asked = "up to|as much as",
  other_deed = "can|may|might|must|should",
}

return M
