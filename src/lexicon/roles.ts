/** Titles, offices, occupations and relations of women: they stand before names, beside them and for them. */
export const FEMALE_ROLES = (
  "mrs ms miss madam madame mme lady dame sister queen princess duchess mother daughter wife aunt niece " +
  "grandmother woman girl spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman firewoman " +
  "saleswoman actress waitress widow empress baroness countess mum mom nun stewardess heroine bride goddaughter " +
  "stepmother granddaughter headmistress"
).split(" ");

/** The same of men. */
export const MALE_ROLES = (
  "mr sir lord king prince duke father son husband uncle nephew grandfather man boy brother spokesman chairman " +
  "congressman councilman businessman policeman fireman salesman actor waiter widower emperor baron count dad " +
  "pope bishop monsignor groom stepfather grandson fisherman headmaster imam rabbi"
).split(" ");

/** The same of anybody. */
export const ROLES = (
  "mx dr prof professor rev reverend president vice-president premier minister chancellor secretary " +
  "undersecretary senator sen sens rep reps representative governor gov mayor judge justice magistrate general " +
  "gen colonel col major maj captain capt commander cmdr lieutenant lt sergeant sgt corporal cpl private admiral " +
  "adm officer inspector superintendent supt insp detective det constable pc sheriff chief deputy commissioner " +
  "ambassador envoy diplomat spokesperson coach manager striker goalkeeper midfielder defender winger forward " +
  "director chair ceo cfo coo executive founder co-founder owner editor analyst economist strategist doctor " +
  "physician researcher scientist author writer novelist poet singer musician artist painter lawyer attorney " +
  "solicitor barrister prosecutor counsel leader head boss president-elect archbishop cardinal priest pastor " +
  "vicar rescuer firefighter nurse teacher student pupil farmer resident councillor councilor cllr lawmaker legislator " +
  "mp mep congressmember candidate nominee activist organizer organiser campaigner critic historian biologist " +
  "physicist chemist engineer ecologist geologist climatologist epidemiologist surgeon paramedic driver pilot " +
  "skipper conductor composer curator trader investor banker broker adviser advisor aide consultant expert " +
  "moderator host presenter anchor reporter journalist correspondent columnist blogger photographer producer " +
  "filmmaker speaker whip treasurer attorney-general dispatcher ranger warden guard soldier veteran survivor " +
  "witness victim neighbour neighbor friend colleague partner brother-in-law cousin parent child teenager " +
  "bystander passenger customer client shopkeeper shopper baker chef cook brewer butcher carpenter mechanic " +
  "plumber electrician architect designer developer programmer hacker entrepreneur tycoon billionaire millionaire " +
  "philanthropist librarian archaeologist anthropologist sociologist psychologist psychiatrist therapist " +
  "veterinarian vet astronomer meteorologist forecaster seismologist oceanographer lecturer dean principal " +
  "headteacher tutor trainer jockey player defendant suspect plaintiff official spokespeople chairperson member " +
  "contractor landlord tenant shepherd beekeeper keeper steward bailiff clerk coroner pathologist undertaker " +
  "referee umpire tsar sultan emir sheikh ayatollah taoiseach tanaiste monarch " +
  "abbot abbess prior prioress deacon archdeacon chaplain curate friar monk nun rector provost elder missionary cantor sexton " +
  "master headmaster matron midwife nursemaid orderly pharmacist dentist optician dietitian physiotherapist anaesthetist radiologist " +
  "marshal brigadier commodore ensign cadet recruit sniper gunner trooper quartermaster bodyguard bouncer lifeguard coastguard " +
  "docker stevedore sailor bosun navigator mate diver fisher fishmonger lockkeeper ferryman boatman harbourmaster crofter " +
  "rancher grower planter forester gardener gamekeeper vintner miller cooper blacksmith smith tailor seamstress dressmaker hatter weaver " +
  "potter glazier roofer mason bricklayer joiner tiler plasterer welder fitter foreman labourer laborer miner machinist technician janitor " +
  "caretaker porter cleaner housekeeper butler maid concierge bartender barista waiter sommelier grocer florist jeweller jeweler bookseller " +
  "publisher printer typist stenographer receptionist secretary-general registrar notary magistrate advocate juror paralegal auditor " +
  "accountant actuary cashier teller underwriter auctioneer surveyor planner cartographer geographer astronaut " +
  "cosmonaut mathematician statistician linguist philosopher theologian archivist translator interpreter playwright screenwriter dramatist " +
  "essayist critic lyricist choreographer dancer ballerina soprano tenor baritone pianist violinist cellist drummer guitarist conductor rapper " +
  "comedian magician clown acrobat juggler stuntman model stylist hairdresser barber beautician sprinter swimmer cyclist boxer wrestler golfer " +
  "skier skater climber mountaineer goalie batsman bowler pitcher quarterback linesman scout mascot apprentice intern trainee volunteer " +
  "pensioner retiree widower orphan refugee hostage heir ally rival opponent predecessor successor delegate legate nuncio consul attaché " +
  "whistleblower informant hitman smuggler poacher squatter hunter trapper guide tourist traveller traveler commuter cyclist motorist biker " +
  "pedestrian hitchhiker lodger boarder godmother godfather stepson stepdaughter twin sibling spouse"
).split(" ");

/** Forms of address: before nothing but a person's name. */
export const TITLES = "mr mrs ms miss mx dr sir dame lord lady prof professor rev madame madam mme".split(" ");

/** Titles that a single name is not said without: Pope Leo. */
export const TITLES_IN_NAMES = "pope king queen prince princess sister brother father saint emperor sultan".split(" ");

/** Words before an office or an occupation that say which one, or whose turn it is: interior minister, former mayor. */
export const ROLE_MODIFIERS =
  "senior top former ex veteran local retired young old fellow leading chief acting then prime foreign defense defence " +
  "finance interior deputy vice special";

/** Endings of words for whoever does something for a living. */
export const ROLE_ENDINGS =
  "ologist|ographer|[a-z]{3}ist|[a-z]{2}woman|[a-z]{2}man|[a-z]{4}person|keeper|maker|owner|worker|leader|player|seller|holder";

/** The nearest relatives, who often share a surname. */
export const RELATIVES = "husband wife brother sister son daughter father mother".split(" ");

/** Endings of words for whoever comes from a place or belongs to a party, and those words that have none of them. */
export const DEMONYM_ENDINGS = "ian|ean|ican|man|crat|ese|briton|swede|dane|swiss|turk|pole|spaniard|scot";

/** Offices and relations that "to" goes with: the ambassador to Peru. */
export const ROLES_TO =
  "ambassador envoy adviser advisor aide assistant secretary heir successor deputy consultant counsel attorney minister delegate " +
  "representative commissioner nuncio legate witness neighbour neighbor brother sister son daughter wife husband mother father";
