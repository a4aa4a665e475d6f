/**
 * Verbs whose forms no suffix rule finds: the infinitive, the past, the participle where it differs; "be", "have", "do", "say" and
 * "go" with all their forms. A line break or a bar stands between two.
 */
export const IRREGULAR_VERBS = `
be am is are was were been being|have has had having|do does did done doing|say says said saying|go went gone
take took taken|give gave given|get got gotten|make made|come came|become became|know knew known|think thought
see saw seen|find found|tell told|leave left|feel felt|put put|mean meant|keep kept|begin began begun|show shown
hear heard|run ran|hold held|bring brought|write wrote written|sit sat|stand stood|lose lost|pay paid|meet met
lead led|understand understood|speak spoke spoken|spend spent|grow grew grown|win won|teach taught|buy bought
send sent|build built|fall fell fallen|sell sold|draw drew drawn|break broke broken|choose chose chosen
deal dealt|drive drove driven|fight fought|fly flew flown|forbid forbade forbidden|forget forgot forgotten
freeze froze frozen|hide hid hidden|lay laid|lend lent|rise rose risen|seek sought|shake shook shaken|shoot shot
sing sang sung|sink sank sunk|steal stole stolen|strike struck stricken|swear swore sworn|swim swam swum
throw threw thrown|wake woke woken|wear wore worn|withdraw withdrew withdrawn|undergo underwent undergone
undertake undertook undertaken|overcome overcame|arise arose arisen|bear bore borne|bind bound|bite bit bitten
blow blew blown|catch caught|cling clung|feed fed|flee fled|shrink shrank shrunk|spin spun|spring sprang sprung
sweep swept|tear tore torn|burst burst|cut cut|hit hit|read read|forecast forecast|foretell foretold|weep wept
sleep slept|kneel knelt|creep crept|leap leapt|dwell dwelt|dream dreamt|learn learnt|burn burnt|spill spilt|bend bent
dig dug|hang hung|stick stuck|sting stung|swing swung|sling slung|slide slid|breed bred|bleed bled|speed sped|spit spat
tread trod trodden|eat ate eaten|drink drank drunk|ride rode ridden|ring rang rung|stride strode|strive strove striven
weave wove woven|shine shone|awake awoke awoken|forgive forgave forgiven|mistake mistook mistaken
overtake overtook overtaken|foresee foresaw foreseen|oversee oversaw overseen|overthrow overthrew overthrown
overhear overheard|uphold upheld|withhold withheld|withstand withstood|mislead misled|misunderstand misunderstood
repay repaid|rebuild rebuilt|rewrite rewrote rewritten|undo undid undone|outdo outdid outdone
`
  .trim()
  .split(/[\n|]/);

/** The same for other words: the form that the rest means, then the rest. */
export const IRREGULAR_WORDS = `
die dying dies|lie lying|man men|woman women|child children|foot feet|tooth teeth|mouse mice|person people
life lives|wife wives|half halves|leaf leaves|crisis crises|analysis analyses|medium media|criterion criteria
`
  .trim()
  .split(/[\n|]/);

/** Pasts and participles that are nouns or adjectives as often. */
export const FORMS_AND_NOUNS = "read cut hit burst forecast put bound lent bore meant shown hid lay".split(" ");

/** Verbs of more than one syllable whose last consonant is doubled, since the stress is on it. */
export const DOUBLED_CONSONANTS = "admit rebut begin infer refer defer concur deadpan quip".split(" ");
