--- English for the metric parser: people, firms and what stands on a platform.
-- One row a concept; a star adds the plural, a tilde the forms of a regular verb.
-- A phrase may stand in several rows.
return { nouns = {
  audience = "user*|consumer*|people|visitors|users",
  authentic = "as authentic|as genuine|authenticated|serialised|serialized|code|codes|serial number*"
    .. "|authentication",
  tool = "bot|bots|robot*|image recognition|filters|tool|tools|technology|detection|automated detection|algorithm*|classifiers"
    .. "|machine learning|image matching|automation|ai|crawlers|scanners|in house teams"
    .. "|in house team|own systems|automated systems|own software|software|systems|screening rules"
    .. "|screening",
  pirate_visit = "infringing visit*|piracy visit*|visits to piracy sites|pirate visit*"
    .. "|visits to such sites|visits to pirate sites|visits to piracy websites|views of pirated"
    .. "|pirate streams|unlicensed streams|visitors to pirate sites|illegal download*"
    .. "|illegal stream*|visits to illegal|visits to infringing",
  tester = "anonymously|ourselves|itself|incognito|under cover|undercover|posing as|mystery shopper*|test buyer*|decoy buyer*|undercover buyer*|secret shopper*|its agents"
    .. "|our agents|undercover agents|investigators|inspectors|watchdog*|consumer group*"
    .. "|consumer organisation*|consumer organization*|consumer body|consumer bodies"
    .. "|consumer association*|researchers|testers|test team",
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
  person = "members of a gang|members of the gang|members of a ring|members of the ring|members of a network|members of the network|members of a criminal network|members of a criminal group|members of an organised crime group|ring members|person|persons|people|individual*|suspect*|criminal suspect*|man|men|woman|women|offender*|"
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
  suspect = "members of a gang|members of the gang|members of a ring|members of the ring|members of a network|members of the network|members of a criminal network|members of a criminal group|members of an organised crime group|ring members|suspect*|criminal suspect*|offender*|defendant*|ringleader*|culprit*|perpetrator*|criminal*"
    .. "|accused|alleged counterfeiter*|alleged offender*|counterfeiter*|accomplice*"
    .. "|gang member*|traffickers|smugglers"
    .. "|detainee*|arrestee*|suspected counterfeiter*|suspected seller*|alleged seller*"
    .. "|suspected trafficker*|alleged trafficker*|alleged ringleader*",
  seller = "seller*|merchant*|vendor*|trader*|bad actor*|third party seller*|selling partner*|selling account*|"
    .. "seller account*|shop owner*|store owner*|store operator*|repeat infringer*|dealer*|"
    .. "infringing seller*|small and medium business*|small and medium sized business*|"
    .. "independent seller*|online seller*|retailers on the platform|cross border seller*|shopkeepers|smbs"
    .. "|trader account*|business account*|shop account*|third party merchant*|sellers' account*"
    .. "|selling entities|violating seller*|counterfeit seller*|infringing merchant*"
    .. "|high risk seller*|resellers|reseller*|store owners"
    .. "|trader*|bad actors|seller profile*|merchants on the platform|hawker*|small businesses"
    .. "|repeat offender*|small business*",
  business = "maker*|importer*|wholesaler*|distributor*|supplier*|studio*|publisher*|broadcaster*|business*|company|companies|firm*|enterprise*|corporation*|entity|entities|manufacturer*|operator*|trader*",
  store = "store*|shop*|storefront*|online store*|online shop*|outlet*|e shop*|boutique*"
    .. "|shops|e store*|store front*|virtual store*|shop fronts|seller store*|vendor shop*"
    .. "|live shops",
  buyer = "people visit|people visit each month|people shop|recipients|monthly recipient*|recipients of our service|users a month|users a day|users every month|buyer*|customer account*|active buyer*|shopper*|annual active consumer*|active user*"
    .. "|active consumer*|customers worldwide|monthly active user*|unique buyer*"
    .. "|annual active buyer*|active customer*|unique visitor*|mobile user*|active recipient*"
    .. "|monthly active recipient*|average monthly active recipient*|recipients of the service"
    .. "|registered shopper*|registered customer*|annual buyer*|registered buyer*|people shop"
    .. "|people a month visit|people a month|shop on|users worldwide|people use the app"
    .. "|monthly users|average monthly recipients|average monthly users|daily users"
    .. "|daily active users|monthly active customers|annual customers|users a month|shop with"
    .. "|consumers shop|consumers who shop|shoppers on|users of the app",
  consumer = "consumer*|customer*|shopper*|user*|buyer*|member of the public|members of the public|the public",
  creator = "creator*|influencer*|livestreamer*|streamer*|affiliate*|live streamer*|kol|kols|host*|content creator*|"
    .. "broadcaster*|anchors|hosts"
    .. "|vloggers|bloggers|promoter*|key opinion leaders|brand ambassadors|hosts of live streams"
    .. "|livestream hosts|live hosts",
  counterfeiter = "repeat infringer*|infringing seller*|violating seller*|high risk seller*|repeat offender*|infringing merchant*|pirates|counterfeiter*|alleged counterfeiter*|infringer*|bad actor*|criminal*|counterfeit seller*|suspected counterfeiter*",
  gang = "networks|gang*|criminal group*|organised crime group*|organized crime group*|criminal network*"
    .. "|crime group*|syndicate*|criminal organisation*|criminal organization*|crime ring*"
    .. "|criminal gang*|counterfeiting network*|ocg|ocgs|crime network*|crime syndicate*"
    .. "|counterfeiting ring*|smuggling ring*|criminal ring*|trafficking ring*|piracy ring*"
    .. "|fraud ring*|mafia group*|criminal enterprise*",
  rights_holder = "trademark owner*|copyright owner*|rights owner*|trade mark owner*|rights holder*|right holder*|rightsholder*|rightholder*|rights owner*|brand owner*|"
    .. "ip owner*|ip holder*|trademark owner*|trade mark owner*|copyright owner*|ip rights holder*|rights holder account*|rights holders' account*|copyright holder*|ipr holder*|intellectual property owner*"
    .. "|registered compan*|companies registered|rights holding compan*|registered rights owner*"
    .. "|participating right holders|rights holding firms|trade mark proprietor*|trademark proprietor*"
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
  staff = "authenticator*|staff|employee*|specialist*|expert*|professional*|investigator*|headcount|personnel|moderator*|"
    .. "reviewer*|engineer*|data scientist*|software developer*|agents and reviewers|full time staff|workforce|team member*|analyst*"
    .. "|officers dedicated|lawyers|brand protection professionals|people work|colleagues"
    .. "|full time employee*|full time equivalents|fte|ftes|people on the team|review staff"
    .. "|content reviewers"
    .. "|head count|crew|task force|specialist team|lawyers and investigators"
    .. "|brand protection staff|moderation staff|team of|unit of|team numbers|department of"
    .. "|legal team"
    .. "|protection team|brand protection team",
  agency = "bodies|health bodies|police bodies|agency|agencies|law enforcement agenc*|law enforcement bodies|police force*|team*"
    .. "|law enforcement team*|administration*|customs authorit*|customs administration*|authority"
    .. "|authorities|customs offices|customs services|departments|police departments|regulator*"
    .. "|law enforcement authorities|law enforcement agency|bureau*|brigades|forces"
    .. "|enforcement agencies|law enforcement agencies|task force*"
    .. "|district and county law enforcement agencies|police forces|police services"
    .. "|law enforcement unit*|prosecutors' offices|public bodies|institutions"
    .. "|organisations taking part|organizations taking part|enforcement bodies"
    .. "|government agencies|government departments|ministries|partner agencies|units"
    .. "|specialised units|police units",
  country = "country|countries|member states|member state|nation|nations|economy|economies|jurisdiction*|territory|territories|european countries|eu countries|eu member states|eu member state"
    .. "|member countries|countries and territories|countries and regions"
    .. "|participating countries|states|eu members|states taking part|partner countries",
  respondent = "completed questionnaire*|returned questionnaire*|completed interview*|usable answer*|valid response*|survey response*|base|the base|sample size|n =|respondent*|participant*|interviewee*|people surveyed|companies surveyed|consumers surveyed|"
    .. "survey participant*|people polled|local authorit*|sample|interviews|people interviewed|persons interviewed|respondents surveyed"
    .. "|interviewees|respondents|those surveyed|those asked|those questioned|those polled"
    .. "|of those who answered|people asked|base",
  -- people whose shares a survey tells
  private = "the french|the british|the germans|the dutch|the swiss|the irish|the spanish|the chinese"
    .. "|the japanese|the public|french people|french consumers|swedes|danes|poles|greeks|portuguese|belgians|austrians"
    .. "|brits|indians|koreans|australians|brazilians|mexicans|russians|year olds|pupils|students"
    .. "|consumer*|shopper*|europeans|americans|britons|canadians|germans|italians|spaniards|adult*|young people"
    .. "|young consumers|young europeans|youths|teenagers|teens|gen z|generation z|millennials|women|men|parents"
    .. "|citizens|eu citizens|listeners|viewers|gamers|fans|sports fans|online shoppers|chinese consumers"
    .. "|respondent*|streaming users|internet population|households|music listeners|tourists|interviewees",
  surveyed = "answers|replies|responses|consumer*|shopper*|respondent*|european*|young people|young european*|youngster*|citizen*|adult*|"
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
  listing = "suspected infringement*|listing*|product listing*|offer*|product page*|item listing*|product link*|ad listing*|suspect listing*|"
    .. "suspected listing*|infringing listing*|product detail page*|detail page*|publication*|"
    .. "counterfeit listing*|product*|marketplace listing*|suspicious listing*|bad listing*|items for sale|goods listing*|restricted product*|auctions|auction*|offers for sale|infringing offer*"
    .. "|offers|offer pages|classified*|classified ads|listings for sale|products listed"
    .. "|listed products|sales listings|suspected infringing listing*|counterfeit offers"
    .. "|fake listings|infringing product listings|seller listings|items listed|sales pages"
    .. "|advertisements for counterfeit goods"
    .. "|publications live",
  link = "address*|link*|url*|weblink*|internet link*|search result*|web link*|infringing link*|copyright link*|web address*|infringing url*|pirate link*|hyperlink*|search link*"
    .. "|infringing pages|delisted urls|infringing web addresses|links to pirated content"
    .. "|links to counterfeits|result pages|pages from search"
    .. "|pages with pirated|search listing*",
  content = "tweet*|retweet*|gif|gifs|repository|repositories|video*|post*|livestream*|live stream*|advert*|ad|ads|advertisement*|clip*|content"
    .. "|live room*|short video*|live session*|livestream session*|broadcast*|stream*"
    .. "|pieces of content|piece of content|pieces|comments removed|photo*|songs|media posts"
    .. "|social media post*|marketplace posts|uploads|upload*|livestreams|live broadcasts"
    .. "|advertising|reels|shorts|stories|tracks|channels|infringing content|items of content"
    .. "|streams|live shows|infringing videos|tiktoks|pins|sponsored posts|adverts|commercials"
    .. "|banner ads|promotions|photograph*|live sessions|live streams|comment*|memes|playlists"
    .. "|episodes|match stream*|shows|stream|audio|recordings|illegal stream*|illegal live stream*"
    .. "|pirate streams|unlicensed streams|unauthorised streams|unauthorized streams",
  account = "channel*|account*|rights holder account*|registered account*|user account*|profile*"
    .. "|user profile*|advertiser account*|ad account*|uploader*|user accounts|accounts"
    .. "|advertisers|groups|pages and groups|advertiser accounts|uploader accounts|accounts for"
    .. "|youtube channel*|video channel*|channels removed",
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
  ipp = "brand protection service|rights protection service|ip protection service|ipp|portal|brand protection program|brand protection programme|its registry|our registry|the registry|rights owners programme|rights owners program|notice and takedown programme|ip reporting system|rights protection system|ipp platform"
    .. "|intellectual property protection platform|ip protection platform|reporting portal"
    .. "|rights protection platform|ip portal|brand registry|ipp plus|rights holder account*"
    .. "|reporting platform|vero|brand portal|protection portal|protection platform|ipr portal"
    .. "|notice portal|brand rights protection|rights manager"
    .. "|intellectual property protection portal|brand protection portal|brand protection program"
    .. "|brand protection programme|validated|rights portal|seller portal|rights holder portal"
    .. "|brand protection platform|ip protection portal|notice and action portal|brand centre"
    .. "|rights management portal|rights owner portal|rights owners' portal|notices portal"
    .. "|brand protection tool|brand registry portal|reporting tool|rights registry"
    .. "|register on the platform|registered on the platform|on the platform|the portal"
    .. "|protection system|project zero|transparency programme|transparency program"
    .. "|transparency service|ip accelerator|content id|copyright match|copyright match tool"
    .. "|takedown tool|notification tool|trusted flagger programme|use the tool|uses the tool"
    .. "|use the portal|use the programme|use the program|use it to report",
  registration = "before they could list|before they could sell|before they could offer|before they could put|before they listed|before they offered|before listing anything|applications from sellers|applications from merchants|applications from traders|applications from vendors|bad accounts|fraudulent accounts|fake seller accounts|rogue accounts|tried to open|tried to register|tried to join|tried to sign up|tried to set up|trying to open|trying to register|trying to join|trying to set up|attempted to open|attempted to register|sought to open|sought to register|wanted to open|all who applied|those who applied|registration*|bad selling accounts|bad actor accounts|suspect selling accounts|account creation*|account creation attempt*|seller registration*|new account*|"
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
    .. "|flags raised|report suspicious|reports suspicious|reported suspicious"
    .. "|reporting suspicious|suspicious items",
  request = "valid takedown notice*|valid takedown request*|valid dmca notice*|valid copyright notice*|takedown request*|removal request*|notice*|takedown notice*|complaint*|claim*"
    .. "|request*|takedown*|ip takedown*|infringement notice*|infringement report*"
    .. "|infringement complaint*|copyright notice*|trademark notice*|notification*"
    .. "|infringement claim*|intellectual property report*|ip report*|ip complaint*|dmca notice*"
    .. "|dmca request*|removal notice*|ip claim*|reports|take down*|take down request*"
    .. "|take down notice*|counterfeit report*|copyright report*|trademark report*"
    .. "|notices of infringement|notices of claimed infringement|reports of infringement"
    .. "|reports of ip infringement|ipr complaint*|ip infringement report*|infringement request*"
    .. "|delisting request*|copyright removal request*|copyright takedown notice*"
    .. "|reports from rights holders|intellectual property notice*|ip notice*|counterfeit notice*"
    .. "|copyright complaint*|trademark complaint*|notices submitted"
    .. "|notices of alleged infringement|alleged infringement notice*|infringement notification*"
    .. "|removal requests|copyright removal notice*|trade mark report*|takedowns|objections"
    .. "|ip notices|infringement alerts|notice and takedown request*|takedown demand*"
    .. "|copyright claim*|copyright strikes|rights holder complaints|rights owner notices"
    .. "|legal removal requests|alleged infringements|brand complaints|ip infringement complaint*"
    .. "|cease and desist takedowns|reports of alleged infringement|reports of counterfeits"
    .. "|reports by brands|reports filed|reports submitted|reports received|alerts"
    .. "|report of counterfeit*|reports of fakes|copyright reports|notices and complaints"
    .. "|legal notices|ip reports|infringement reports|take down demands|brand reports"
    .. "|rights owner reports",
  data_request = "requests from police|requests from the police|police requests|requests by police|member data|customer data|account data|subscriber data|seller data|user details"
    .. "|requests from authorities|requests for user information|requests for user data"
    .. "|information requests|government requests|data requests|disclosure requests"
    .. "|requests for information|requests from law enforcement|authorities' requests|queries"
    .. "|subpoenas|authorities|aro rights|arco rights|data protection requests|access requests"
    .. "|legal demands for data|emergency requests|user data|requests from government"
    .. "|account information requests|counter notice*|requests to disclose"
    .. "|applications for disclosure|disclosure|user information|government agencies filed"
    .. "|court orders to disclose|courts and police|police enquiries|enquiries from police"
    .. "|enquiries|requests for account data|national security|gag orders|search warrants for data"
    .. "|wiretap orders|official requests|access to data|government*|governments|from governments"
    .. "|governmental|government takedown demand*|government removal request*|account information"
    .. "|state authorities",
  valid_notice = "valid notice*|valid infringement notice*|valid notices of infringement|accepted as valid|valid complaint*|valid report*|valid notices of potential infringement|valid claim*",
  copyright = "copyright|dmca|copyrighted",
  ip_right = "trademarks and patents|patents and trademarks|trademarks and designs|trade marks and designs|trademarks and copyrights|ip right*|ipr|iprs|intellectual property right*|validated ip right*|registered right*|"
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
  suspected_fake = "suspected counterfeit*|suspected fake*|return requests|return request*|refunds for fakes|refund requests for fakes|suspected counterfeit goods|orders suspected|suspected infringing goods|goods sent back|returns|suspected counterfeit orders|fake related returns"
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
    .. "|dispute over authenticity|complaint that they were|complaint that they are|complaints that they were|complaints that it was|complaint that it was|complaint of counterfeiting",
  removal = "removal*|takedown*|deletion*|delisting*",
  page_change = "page change*|attempted page changes|changes to product pages|attempted changes|changes",
} }
