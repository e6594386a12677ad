--- English for the metric parser: deeds; they also end a noun phrase.
-- The rows are written as in en_people.lua.

-- "took down", "pulled off the site"; the object may stand between the two
local each = require "iprcore.lang.each"

local OFF_SITE = "|" .. each("off the|off its|off our|off their",
  "site|sites|platform|marketplace|store|service|app")
local TAKE_OFF = "|" .. each("take|takes|took|taken|taking|pull|pulled|pulling|knocked|brought",
  "down|offline|off the internet|off the web|off the net|off the market" .. OFF_SITE)
local KEEP_OFF = each("keep|keeps|kept|keeping|held",
  "offline|from going live|out of the store|off the shelves of|from being published|from being listed|from appearing" .. OFF_SITE)

return { verbs = {
  retract = "withdrawn|withdrew|withdraw|withdraws|retracted|retract~|dispute~|disputed|contest~|contested|appealed|challenged",
  off_market = "binned|scrapped|incinerated|crushed|shredded|got rid of|disposed of|destroyed|out of circulation|from circulation|off the market|off the streets|off the shelves"
    .. "|off shelves|out of the supply chain|off the street",
  freeze = "froze|frozen|freezing|freeze|laundered|embezzled|stashed",
  report_deed = "report~|reported|notified|notify|notifies|notifying|named|submitted|sent|complained about|listed",
  ask = "asked|ask|asks|asking|demand~|request~|requests|sought|urged",
  for_removal = "to remove|to delist|to delete|to take down|for removal|for takedown|for delisting"
    .. "|to drop|to deindex|out of search|removals of",
  takedown_verb = "delist~|take down|taken down|took down|takes down|taking down|deindexed|unpublish~"
    .. "|pulled down|brought down|taken offline|took offline|came down"
    .. "|come down|struck from"
    .. "|taken off the site|taken off the platform|off the site|taken off|took off the site"
    .. "|deleted from" .. TAKE_OFF,
  flag = "flagged|flagging",
  find = "found|find|finds|detect~|spot~|spotted|identified|identify|caught|catch~|picked out"
    .. "|pick up|picks up|picked up|picking up|discovered|uncovered|flagged",
  buy_verb = "items ordered|items bought|products ordered|products bought|units ordered|bought|purchase~|purchased|buy|placed|ordered|order|orders|buys|buying|acquired"
    .. "|sampled",
  led_to = "action on|action taken on|acted upon|led to|leading to|result in|results in|resulted in|resulting in|resulted in"
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
  crack = "no longer exist|no longer exists|ceased to exist|crack~|solve~"
    .. "|broke up|busted a case",
  remove = "taking with them|took with them|taken with them|remove~|take down|taken down|takes down|took down|taking down|taken offline|pull~"
    .. "|delete~|delist~|eliminate~|purge~|scrub|scrubbed|withdrawn|withdrew|vanish~|came down"
    .. "|come down|struck|strike|cleared|takedown*|removal*|taken off|took off|disable~"
    .. "|disabled access|brought down|erased|deindexed|acted on|actioned|take off|wiped"
    .. "|dropped from search|stripped|cleaned up|clean~|restricted|removals|deletion*|weeded out"
    .. "|removed from sale|ended|banned listings|tackled|eliminated|deactivated listings|cancelled"
    .. "|purged|axed|blocked access|went dark|went offline|knocked offline|taken out of search"
    .. "|removed from search|pulled down|wiped out|expunged|swept away|expelled from search"
    .. "|filtered|took offline|remove listings|weed out|taken from view|taken off the site|dropped"
    .. "|closed down|suppressed|hidden|invalidated|were lost|lost|disappear~|had to go|fished out"
    .. "|fish out|fishes out|fishing out|came off|come off|goes off|cut short|interrupt~"
    .. "|pulled the plug|plug pulled|axe~|delisted|fade from|swept from|thrown out|threw out|gone"
    .. "|cull~|excis~|unpublish~|de list~|rooted out|root out|roots out|rooting out|hunted down"
    .. "|ferret out|ferrets out|ferreted out|ferreting out|swept off|off the market's pages"
    .. "|removed or blocked|struck off|taken out|taken out of|take out of|took out of"
    .. "|struck from|deleted from|withheld|withhold~|geo blocked|made unavailable|took away|taken away|take away|takes away|got rid of|rid itself of|rid its site of|rid its platform of" .. TAKE_OFF,
  block = KEEP_OFF .. "|was declined|were declined|been declined|being declined|is declined|are declined|block~|refused to list|refuses to list|refusing to list|declined to list|stop|stopped|stopping|stops|prevent~|reject~|intercept~|kept off|keep off|barred from|refused before|screened out|turned away|"
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
    .. "|sent away|sent packing|weeded out|sifted out|failed the checks|never got past|failed to get past|not get past|fell at the|did not get past",
  close = "close~|shut|shut down|shutting down|closure*|shutter~|dismantle~|raid~|busted"
    .. "|switched off|terminate~|deactivate~|lost their storefronts|suspend~|ban|banned|banning"
    .. "|disable~|taken offline|offline|closing down|closed down|taken down|takedown"
    .. "|put out of business|kicked off|cut off|deregistered|removed|cancelled|destroyed|uncover~"
    .. "|discovered|blocked|struck off|delisted|demolished|broken up|wound up|seized|taken over"
    .. "|expelled|delete~|inactive|storefronts closed|permanently closed|padlock~|seal~|sealed off"
    .. "|out of action|put out of action|went dark|vanish~|knocked offline|took offline|thrown off"
    .. "|threw off|throw off|kicked|booted|off its network|off the network|off the platform|block~"
    .. "|evict~|purge~|liquidat~|wiped out|barred|dissolved|search and shut|shuttering|broke up"
    .. "|smash~|neutralis~|neutraliz~|disrupt~|searched and closed|pulled the plug|eject~"
    .. "|lost their place|lose their place|shut for good|pulled down the shutters|axed|axe"
    .. "|chased away|driven out|revoked|withdrawn|shutdown*|shut downs" .. TAKE_OFF,
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
  seize = "kept from reaching|from reaching|taken away|took away|take away|put aside|setting aside|carried off|carry off"
    .. "|carrying off|seize~|confiscat~|confiscated|confiscate|detain~|intercept~|recover~"
    .. "|impound~|held back|taken off the market|captured|taken out of circulation"
    .. "|turned back|netted|netting|hauled|interdict~|forfeited|kept off the market"
    .. "|off the market|embargoed|never reached buyers|rounded up|took off the streets"
    .. "|intercepted|bagg~|bagged|nett~|snar~|collared|pull~ from shelves"
    .. "|swooped|taken off the streets|detained"
    .. "|got hold of|kept out of circulation|snapped up|swept up|scooped up|bag~"
    .. "|came away with|turned away at the border|refused entry|bagging"
    .. "|never reached the market|hauled away|carted off|haul of|seizing|came away"
    .. "|seizure value|seized value",
  seize_weak = "set aside|got rid of|binned|disposed of|scrapped|incinerated|stopped|stop|withheld"
    .. "|destroy~|withdrawn|held|taken|suspended|removed from the market|turned up|discover~"
    .. "|uncover~|retained|taken out|blocked|removed|secured|took|halt~|stopp~"
    .. "|removed from sale|withhold|caught|gathered|took in|taken in|halted|destroyed"
    .. "|crushed|shredded|burned|burnt|found|located",
  arrest = "arrest~|detain~|behind bars|locked up|custody|apprehend~|nabbed|caught|rounded up|held"
    .. "|picked up by police|taken into custody|captured|handcuffs|arrest warrants|arrests"
    .. "|hauled in|in cuffs|collared|placed under arrest|put behind bars|detention|arresting"
    .. "|seized suspects|took in suspects|nicked|put in custody"
    .. "|remanded|remanded in custody|took into custody|picked up|detaining",
  prosecute = "prosecute~|to trial|before the courts|to justice|to the prosecution|to the prosecutor|to the public prosecutor|to prosecutors|before prosecutors|reported to judicial authorities|reported to prosecutors|referred to prosecutors|charged|brought to court|"
    .. "sent to prosecutors|put on trial|transferred to prosecutors|reported to judicial|reported to the prosecutor|taken to court|court action|prosecutors|facing charges|referred for prosecution|brought to justice|facing prosecution|judicial authorities"
    .. "|prosecuting|referred to the prosecutor|handed to prosecutors|sent to court"
    .. "|sent to trial|faced trial|referred to prosecution|passed to prosecutors"
    .. "|reported to the public prosecutor|in the dock|arraigned|put before the courts"
    .. "|brought to trial|reported for prosecution|facing court|stand trial"
    .. "|brought before the court|brought before a judge|brought before the courts",
  convict = "convict~|sentenced|found guilty|pleaded guilty|jailed|imprisoned|guilty"
    .. "|were convicted|sentencing|found guilty of|pled guilty|admitted guilt|handed sentences"
    .. "|sent to prison|sent to jail|jail terms",
  indict = "stand indicted|stands indicted|stood indicted|indict~|grand jury|grand juries|charged by a grand jury|charged by grand juries",
  sue = "sue~|gone after|went after|going after|in court|taken to court|suing|file~ suit|took to court|litigat~|sued or referred|took aim at|pursue~|lawsuit*|took legal action|took to law|targeted"
    .. "|brought suit|brought lawsuits|brought actions|taken legal action|civil court",
  refer = "refer~|report~|hand~ over|passed to|pass~|handed police|transfer~"
    .. "|referral*|submitted to law enforcement|share~ with|forward~|pass~ on|hand~|supplied|gave police"
    .. "|tipped off|flagged to police|brought to the attention of|law enforcement",
  give = "gave|give|gives|given|handed|hand|sent|send|sends|supplied|provided|forwarded|passed",
  put_deed = "put|puts|putting|ploughed|poured|channelled|sank|pumped",
  conclude = "wound up|wind up|winding up|cleared off|conclude~|closed|resolve~|settled|decide~|dispose~|adjudicat~|heard|completed|cleared|wrapped up|finished|ruled on|tried"
    .. "|clos~|settl~|resolv~|adjudged|judged|disposed of|cleared up",
  process = "process~|handle~|dealt with|resolve~|respond~|complete~|acted upon|address~|settle~|answered|actioned|decided|reviewed|processing|turned around|cleared|closed|responding"
    .. "|decid~|clear~|dispos~|dealt|acted|settle|settling|to settle|answer~|turnaround"
    .. "|handling",
  reject = "was declined|were declined|been declined|being declined|is declined|are declined|reject~|turned down|turning down|turn down|refuse~|declin~|denied|said no|incomplete|invalid|dismissed|rejection*|not accepted|duplicates|not valid"
    .. "|turned away|turn away|turns away|turned away|turning away|thrown out|threw out"
    .. "|sent away|sent packing|sent back|no action|not acted|rejected as|refused as|rejection rate|rejected rate"
    .. "|dismiss~|bounced|bounce~|set aside|lacked|incomplete|fell short|fail~|failed|unfounded"
    .. "|without merit|not upheld|them away",
  enroll = "covered by the scheme|covered by the programme|covered by the program|covered under|enroll~|enrol|enrolled|enrols|enrolling|enrolment|enrollment|join|joined|sign~ up"
    .. "|signed up|register~|participat~|onboarded|have joined|take part|taken part|took part"
    .. "|signed on|enlisted|belong|belonged|protected by|opted in|participating|onboard~|enlist~"
    .. "|welcome~|welcomed|came aboard|on board|signed up to|take part in|takes part in"
    .. "|admitted to|protected under|part of the programme|in the registry|in the programme"
    .. "|in the program|in the scheme|to the programme|to the program|to the scheme"
    .. "|under the programme|among its users|onboarding|inscribed|brand enrolment*|use|uses|using"
    .. "|print|prints|used|used by|adopted|adopt|have access|transparency",
  represent = "represent~|representing|on behalf of|stand for|between them|cooperat~|partnered with|work with|works with|working with|partnered|covering brands"
    .. "|speak for|speaks for|speaked for|speaking for|stand for|stands for|stood for"
    .. "|own between them|between them|on their behalf|behind them|brings together"
    .. "|bring together|united|unites|unite"
    .. "|own|owns|owning|behind them",
  protect = "carry one|carries one|bear one|bears one|wear one|wears one|protect~|shield~|serialis~|serialized|serialised|serialize|enabled|verif~|verified"
    .. "|verify|authenticat~|safeguarded|transparency|authenticated|authenticators|tagged|labelled"
    .. "|labeled|marked|check~ed|coded|track~ed|applied|put on|apply|applies|bear|affixed|affix~"
    .. "|scanned codes|scanned the code",
  invest = "invest~|spend~|spent|spending|put into|put in|we put|devoted|spend on|commit~"
    .. "|allocated|ploughed|plowed|poured|expenditure|investment*|budget|earmark~|set aside"
    .. "|budgeted|budget of|spends|costing|spending of|channelled|paid out|laid out|sank|sunk"
    .. "|built at a cost|cost to build|cost of building|sinks|lays out|pumped|pumps|plough~|shelled out|lay out|sink|swallow~|swallowed|pump~"
    .. "|put aside|put towards|put toward|plow~|pour~|inject~|bill for|forked out|shell out"
    .. "|shells out|shelling out|splash~|outlay*|outlays|cost the marketplace|cost the platform"
    .. "|cost the company|cost the group|sums spent|goes into|went into|went on|gone into|devote~"
    .. "|dedicates|dedicated to spending",
  lose = "forgoes|forego|foregoes|forwent|lose|lost|losing|loses|loss|losses|foregone|forgone|missed out|cost|costs|costing"
    .. "|displaced|destroyed|wiped out|deprived|forgo~|missing out|went without|go without"
    .. "|deprive~|cost legitimate|cost businesses|shortfall|damage is put|denied|robbed of|drain"
    .. "|drained|hit to|lower sales|lost sales|sales lost|sales losses|job losses|jobs lost"
    .. "|lost jobs|direct lost sales|lost business|business lost|gross domestic product lost"
    .. "|direct job losses|employment losses|revenues foregone|jobs forgone|jobs destroyed"
    .. "|tax losses|revenue losses|losses of revenue|eaten up|eats up|ate up|eat into|swallow~"
    .. "|are lower|is lower|be higher without|lower because|cut because|cut by|were lost"
    .. "|missed earnings|lost earnings|missed revenue|lost revenue|lost revenues",
  register = "lodged|deposited|uploaded|register~|registered|validat~|hold|held|recorded|record|protected|approved|filed|accept~",
  approve = "approve~|pass|passed|made it through|passed verification|granted|went on to list|make it|cleared verification|verified|approval"
    .. "|admitted|accepted|let through|cleared|accept~|succeed~"
    .. "|waved through|wave through|let in|made it|make it through|ended in|granted a shop"
    .. "|allowed to sell|allowed in|accepted|pass~|admitted|admit|approval rate|cleared to sell"
    .. "|got in"
    .. "|got past|get past|gets past|got through|get through|taken on|past the checks"
    .. "|through the checks|survived vetting|met the standard",
  inspect = "put through the scanner|through the scanner|through the scanners|put through|x ray|inspect~|check~|open|opened|examin~|examined|screened|searched|controlled|inspection*|scrutinised|scrutinized|verified|scanned"
    .. "|sift~|scan~|x ray~|x rayed|looked into|gone through|looked at|stopped for inspection"
    .. "|vetted",
  open_case = "open|opened|launch~|investigat~|crack|cracked|cracking|solved|initiat~|commenced|started|broke|handled|detected|filed|conduct~|conducted|uncovered"
    .. "|take up|took up|probed|looked into|pursued|began|begun",
  other_deed = "examined|examine|examines|examining|scanned|scan|scans|scanning|checked|verified"
    .. "|verify|verifies|monitored|monitor|monitors|reviewed|review|reviews|released|let go"
    .. "|survive|survived|survives|sampled|logged|analysed|analyzed|analyse|tested|tracked"
    .. "|screened|looks at|look at|looked at|assessed|processed|process|answered|met|reinstated"
    .. "|restored|abandoned|transported|carried|visited|trained|attended|elected|returned to"
    .. "|amended|examination|genuine after all|turned out|studied|sold|bought|purchased|shipped"
    .. "|declared|replaced|translated|donated|granted|earning|earned|earns|made profits of"
    .. "|laundered|transferred",
  damages_verb = "awarded|award|awards|ordered|fined|hand over|confiscated|recovered"
    .. "|ordered to pay|granted|imposed|forfeit|order~|courts awarded|won|win|winning|secured"
    .. "|obtained|to pay|must pay|have to pay|has to pay|will pay|agreed to pay",
  arrest_deed = "arrest~|apprehend~|nabbed|handcuffed|took into custody|taken into custody"
    .. "|put in custody|placed under arrest|picked up|rounded up|remanded|remanded in custody"
    .. "|behind bars|held on suspicion|locked up|hauled in|collared|detain~|detained|held for"
    .. "|arrested for",
  prosecute_deed = "stand trial|prosecute~|charge~|put on trial|brought to trial|sent to trial|brought to court"
    .. "|brought before the court|reported to prosecutors|reported to the prosecutor"
    .. "|referred to prosecutors|reported to judicial authorities|facing charges"
    .. "|facing prosecution|filed charges against|charges against"
    .. "|charges have been filed against|brought charges against|stand trial|on trial",
  convict_deed = "convict~|sentenced|found guilty|pleaded guilty|pled guilty|imprisoned|jailed"
    .. "|sent to prison|were convicted",
  seize_deed = "set aside|put aside|setting aside|carried off|seize~|confiscat~|confiscated|impound~|intercept~|hauled away|took off the streets"
    .. "|seizing|confiscating|impounding|got hold of|taken off the streets|forfeited|turned up"
    .. "|come away with|came away with|bagged|carted off|carted away|rounded off|stopped|held up"
    .. "|detain~|held|holding up|stopping",
  poll_deed = "took part|taken part|taking part|participated|survey~|polled|interviewed|questioned|canvassed|quizzed|asked|sampled"
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
    .. "|worried|regret~|prefer~|would buy|would stop|would consider|would not|do not know"
    .. "|did not know|know|knew|bought|buy|had bought|have bought|trust|fear|cited|cite|consider~"
    .. "|found it|felt|feel|expect|expected|justif~|wonder~|wondered|confess~|owned up|recall"
    .. "|ticked|chose|choose|blame|blamed|mentioned|mention|told pollsters|stream|streamed"
    .. "|downloaded|complained|didn't|did not|don't|wouldn't|saying|stating|having concerns"
    .. "|indicated|reported that|took no action",
} }
