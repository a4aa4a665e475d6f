/**
 * How a verb reports. `say`: a clause may follow without "that". `tell`: after an addressee. `that`: a clause only with
 * "that", "whether" and the like. `quote`: only a quotation. `as`: only a quoted phrase, as in: dismissed it as “…”.
 */
export type ReportingKind = "say" | "tell" | "that" | "quote" | "as";

/** One form of a reporting verb. */
export interface ReportingVerb {
  readonly lemma: string;
  readonly kind: ReportingKind;
  readonly form: "base" | "third" | "past" | "participle" | "ing";
}

// Each entry: the infinitive; irregular forms follow after slashes as past and participle.
const LEMMAS: Readonly<Record<ReportingKind, string>> = {
  say: "say/said claim insist believe think/thought",
  tell: "tell/told assure inform remind advise warn promise notify",
  that:
    "admit argue add note state announce declare report explain stress emphasize emphasise acknowledge concede suggest deny confirm " +
    "reveal disclose predict estimate forecast write/wrote/written post tweet testify allege assert contend maintain " +
    "affirm reiterate repeat point observe remark comment caution complain agree recall conclude propose hint " +
    "imply vow pledge swear/swore/sworn threaten boast quip reply respond answer counter retort ask wonder rule find/found " +
    "indicate signal show demand recommend urge guarantee lament joke reckon " +
    "underline underscore highlight protest plead/pled caution reason confess speculate mention communicate warn advise promise",
  quote:
    "continue begin/began/begun shout yell cry scream whisper murmur mutter laugh smile chant sing/sang/sung snap sigh " +
    "exclaim recount start go/went/gone text message tease grin read/read/read inquire enquire query " +
    "interject interrupt offer correct greet thank congratulate marvel muse shoot/shot chuckle shrug nod press argue " +
    "open close finish put/put/put weep/wept sob bellow roar growl beam enthuse gush fume rage fire thunder scoff sniff deadpan volunteer",
  as:
    "speak/spoke/spoken talk describe dismiss denounce brand label characterize characterise criticize criticise praise condemn hail blame cite " +
    "slam accuse blast mock deride decry deplore lambast portray regard define refer see/saw/seen hail reject quote deem " +
    "consider applaud welcome attack assail denigrate call",
};

const VERBS = new Map<string, ReportingVerb>();
for (const kind of ["as", "quote", "that", "tell", "say"] as const)
  for (const entry of LEMMAS[kind].split(" ")) addForms(kind, entry);

function addForms(kind: ReportingKind, entry: string): void {
  const [lemma = "", past, participle] = entry.split("/");
  const stem = lemma.endsWith("e") ? lemma.slice(0, -1) : lemma;
  const soft = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}i` : null;
  const doubled = /^(?:admit|quip|begin|chat|hint|snap|nod|grin|put|sob|slam|shrug)$/.test(lemma) && lemma !== "hint";
  const base = doubled ? lemma + lemma.slice(-1) : lemma;
  const third = soft !== null ? `${soft}es` : /(?:s|sh|ch|x|z|go)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  const regular = soft !== null ? `${soft}ed` : doubled ? `${base}ed` : `${stem}ed`;
  const add = (word: string, form: ReportingVerb["form"]) => VERBS.set(word, { lemma, kind, form });
  add(lemma, "base");
  add(third, "third");
  add(participle ?? regular, "participle");
  add(past ?? regular, "past");
  add(doubled ? `${base}ing` : `${/(?:ee|oe)$/.test(lemma) ? lemma : stem}ing`, "ing");
}

/** The reporting verb that a lower-case word is a form of, if it is one. */
export function reportingVerb(word: string): ReportingVerb | undefined {
  return VERBS.get(word);
}
