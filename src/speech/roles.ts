const FEMALE = new Set(
  (
    "mrs ms miss madam madame mme lady dame sister queen princess duchess mother daughter wife aunt niece grandmother woman girl " +
    "spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman firewoman saleswoman actress waitress widow " +
    "empress baroness countess mum mom nun stewardess heroine bride goddaughter stepmother granddaughter headmistress"
  ).split(" "),
);
const MALE = new Set(
  (
    "mr sir lord king prince duke father son husband uncle nephew grandfather man boy brother spokesman chairman congressman councilman " +
    "businessman policeman fireman salesman actor waiter widower emperor baron count dad pope bishop monsignor groom stepfather " +
    "grandson fisherman headmaster imam rabbi"
  ).split(" "),
);
const NEUTRAL = new Set(
  (
    "mx dr prof professor rev reverend president vice-president premier minister chancellor secretary undersecretary senator sen sens rep reps " +
    "representative governor gov mayor judge justice magistrate general gen colonel col major maj captain capt commander cmdr " +
    "lieutenant lt sergeant sgt corporal cpl private admiral adm officer inspector superintendent supt insp detective det constable pc sheriff chief deputy commissioner " +
    "ambassador envoy diplomat spokesperson coach manager striker goalkeeper midfielder defender winger forward director chair ceo cfo coo executive founder " +
    "co-founder owner editor analyst economist strategist doctor physician researcher scientist author writer novelist poet singer musician " +
    "artist painter lawyer attorney solicitor barrister prosecutor counsel leader head boss president-elect archbishop cardinal priest pastor vicar " +
    "rescuer firefighter nurse teacher student pupil farmer resident councillor councilor lawmaker legislator mp mep congressmember candidate nominee " +
    "activist organizer organiser campaigner critic historian biologist physicist chemist engineer ecologist geologist climatologist epidemiologist " +
    "surgeon paramedic driver pilot skipper conductor composer curator trader investor banker broker adviser advisor aide consultant expert " +
    "moderator host presenter anchor reporter journalist correspondent columnist blogger photographer producer filmmaker " +
    "speaker whip treasurer attorney-general dispatcher ranger warden guard soldier veteran survivor witness victim neighbour neighbor friend colleague partner " +
    "brother-in-law cousin parent child teenager bystander passenger customer client shopkeeper shopper baker chef cook brewer butcher " +
    "carpenter mechanic plumber electrician architect designer developer programmer hacker entrepreneur tycoon billionaire millionaire philanthropist " +
    "librarian archaeologist anthropologist sociologist psychologist psychiatrist therapist veterinarian vet astronomer meteorologist forecaster seismologist " +
    "oceanographer lecturer dean principal headteacher tutor trainer jockey player captain defendant suspect plaintiff official spokespeople " +
    "chairperson member contractor landlord tenant shepherd beekeeper keeper steward bailiff clerk coroner pathologist undertaker moderator referee umpire " +
    "tsar sultan emir sheikh ayatollah taoiseach tanaiste monarch"
  ).split(" "),
);
const INSTITUTIONS = new Set(
  (
    "company firm carmaker automaker airline retailer bank lender club charity union publisher manufacturer chipmaker drugmaker maker " +
    "startup start-up group operator agency network broadcaster newspaper magazine paper website team side university college school " +
    "hospital museum institute ministry department court commission committee council federation association party church foundation " +
    "regulator watchdog insurer builder utility studio label chain brand store supermarket brewery bakery theatre festival force army navy government"
  ).split(" "),
);
const ROLE_ENDING =
  /(?:ologist|ographer|[a-z]{3}ist|[a-z]{2}woman|[a-z]{2}man|[a-z]{4}person|keeper|maker|owner|worker|leader|player|seller|holder)$/;

/** What a word such as a title or an occupation tells of the gender of whoever bears it. */
export type Gender = "female" | "male";

/** The gender that a title, an occupation or a relation names; `null` where it names none. */
export function genderOfRole(word: string): Gender | null {
  if (FEMALE.has(word) || word.endsWith("woman")) return "female";
  if (MALE.has(word)) return "male";
  return null;
}

/** Whether a word names an office, an occupation or a relation, so that a person's name may follow it. */
export function isRole(word: string): boolean {
  return NEUTRAL.has(word) || FEMALE.has(word) || MALE.has(word) || ROLE_ENDING.test(word);
}

/** Whether a word names a kind of body that can speak as one: company, agency, court. */
export function isInstitution(word: string): boolean {
  return INSTITUTIONS.has(word);
}
