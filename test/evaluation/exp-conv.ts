import { readFileSync } from "node:fs";
import { loadCorpus } from "../../src/index.ts";
import { buildCorpusIndex } from "../../src/indexing/memory-index.ts";
import { textOf } from "../../src/indexing/passages.ts";
import { createMeaning } from "../../src/meaning/meaning.ts";
import { parseQuestion } from "../../src/question/parse-question.ts";
import { createSpeller } from "../../src/question/spelling.ts";
import { type RankedPassage, rank, type Told, UNTOLD } from "../../src/ranking/rank.ts";
import { retrieve } from "../../src/ranking/retrieve.ts";
import { WEIGHTS } from "../../src/ranking/score.ts";
import { select } from "../../src/selection/select.ts";
import { dot, type Example, fitSoftmax } from "./fitting.ts";
import { holdsAny } from "./score.ts";
import { settle, shippedEncoder } from "./shipped-engine.ts";

const EV = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];
const only = (process.env.EXTRA ?? "").split(",").filter((x) => x);
async function main() {
  const groups: { conv: string; turn: number; leans: boolean; ex: Example[]; shownRight: boolean }[] = [];
  for (const spec of process.argv.slice(2)) {
    const [file, dir] = spec.split("=");
    const corpus = (loadCorpus as any)(dir).corpus;
    const index = buildCorpusIndex(corpus);
    const meaning = createMeaning(index, shippedEncoder);
    await settle();
    const speller = createSpeller(index.lexicon.vocabulary);
    for (const line of readFileSync(file!, "utf8").trim().split("\n")) {
      const conv = JSON.parse(line);
      if ((conv.corpus === "talks") !== (dir === "corpus") && conv.corpus) continue;
      const earlier: string[] = [];
      let told: Told = UNTOLD;
      for (const [turn, t] of conv.turns.entries()) {
        const query = parseQuestion({ text: t.q, earlier }, index.lexicon, speller);
        const ranked = rank(
          query,
          await retrieve(query, await meaning(query.inFull), index, told),
          index.lexicon,
          told,
        );
        const alone = await meaning(t.q);
        const both = await meaning([earlier.at(-1), t.q].filter(Boolean).join(" "));
        const near = await alone!.of(ranked.map((r) => r.paragraph));
        const nearB = await both!.of(ranked.map((r) => r.paragraph));
        const mp = Math.max(...ranked.map((r, i) => near[i]!.passages[r.passage.row] ?? 0)),
          mw = Math.max(...near.map((n) => n.whole ?? 0));
        const bp = Math.max(...ranked.map((r, i) => nearB[i]!.passages[r.passage.row] ?? 0)),
          bw = Math.max(...nearB.map((n) => n.whole ?? 0));
        const holds = ({ paragraph, passage }: RankedPassage) => holdsAny(textOf(paragraph, passage), t.evidence);
        const { shown } = await select(query, ranked, index);
        const lastPar = told.passages[0]?.split("/")[0];
        if (turn > 0)
          groups.push({
            conv: conv.id,
            turn,
            leans: query.leansOnIt,
            shownRight: shown[0]
              ? holdsAny(
                  shown[0].paragraph.cite({ start: shown[0].passage.start, end: shown[0].passage.end }).text,
                  t.evidence,
                )
              : false,
            ex: ranked.map((r, i) => ({
              isRight: holds(r),
              features: [
                ...EV.map((n) => {
                  const V = process.env.V;
                  if (
                    (V && n === "meaning" && r.parts.meaning !== 0) ||
                    (V && n === "meaning" && query.intent !== "position")
                  )
                    return (near[i]!.passages[r.passage.row] ?? 0) - mp;
                  if (V === "both" && n === "setting") return (nearB[i]!.whole ?? 0) - bw;
                  if (V === "mean" && n === "setting")
                    return ((nearB[i]!.whole ?? 0) - bw + (near[i]!.whole ?? 0) - mw) / 2;
                  if (V === "alone" && n === "setting") return (near[i]!.whole ?? 0) - mw;
                  return WEIGHTS[n] === 0 ? 0 : r.parts[n] / WEIGHTS[n];
                }),
                ...only.map(
                  (n) =>
                    (
                      ({
                        aloneP: (near[i]!.passages[r.passage.row] ?? 0) - mp,
                        aloneW: (near[i]!.whole ?? 0) - mw,
                        bothP: (nearB[i]!.passages[r.passage.row] ?? 0) - bp,
                        bothW: (nearB[i]!.whole ?? 0) - bw,
                        samePar: Number(r.paragraph.key === lastPar),
                        nextPar: Number(
                          lastPar !== undefined &&
                            r.paragraph.article.source.id === lastPar.split("#")[0] &&
                            Math.abs(r.paragraph.position - Number(lastPar.split("#")[1])) === 1,
                        ),
                        after: Number(
                          lastPar !== undefined &&
                            r.paragraph.article.source.id === lastPar.split("#")[0] &&
                            r.paragraph.position - Number(lastPar.split("#")[1]) >= 0,
                        ),
                      }) as any
                    )[n],
                ),
              ],
            })),
          });
        told = {
          articles: shown.map(({ paragraph }) => paragraph.article.source.id),
          passages: shown.slice(0, 1).map(({ passage }) => passage.key),
        };
        earlier.push(t.q);
      }
    }
  }
  const hit = (w: number[], gs: typeof groups) =>
    gs.filter(({ ex }) => ex.length && ex.reduce((b, e) => (dot(w, e.features) > dot(w, b.features) ? e : b)).isRight)
      .length;
  const now = [...EV.map((n) => WEIGHTS[n] as number), ...only.map(() => 0)];
  const n = now.length;
  const found = groups.filter(({ ex }) => ex.some((e) => e.isRight)).length;
  console.log(
    `turns ${groups.length} leaning ${groups.filter((g) => g.leans).length} found ${found}; now ${hit(now, groups)}; shown right ${groups.filter((g) => g.shownRight).length}`,
  );
  const ids = [...new Set(groups.map((g) => g.conv))];
  let cv = 0;
  for (let k = 0; k < 5; k++) {
    const test = new Set(ids.filter((_, i) => i % 5 === k));
    const w = fitSoftmax(
      groups.filter((g) => !test.has(g.conv)).map((g) => g.ex),
      n,
    );
    cv += hit(
      w,
      groups.filter((g) => test.has(g.conv)),
    );
  }
  const w = fitSoftmax(
    groups.map((g) => g.ex),
    n,
  );
  console.log(`cross-validated ${cv}; fitted on all ${hit(w, groups)}`);
  [...EV, ...only].forEach((name, i) => console.log(name.padEnd(12), now[i]!.toFixed(1), w[i]!.toFixed(1)));
}
void main();
