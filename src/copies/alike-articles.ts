/** Two articles that may well be prints of one story, by number, the smaller first. */
export interface AlikeArticles {
  readonly a: number;
  readonly b: number;
}

/**
 * MinHash (Broder 1997) in bands: articles that share so many of their terms have a band in common with a chance of
 * 1 − (1 − share⁴)³⁰, which is 0.54 where they share 0.4 of them, 0.98 at 0.6 and next to 1 from 0.7 on.
 */
const ROWS = 4;
const BANDS = 30;
/** Articles that share less of their terms are about one thing, or about nothing in common. */
const MIN_SHARED = 0.4;
/** A form that is filled in every day has no end of prints: each is compared with so many that follow it. */
const MOST_FOLLOWING = 200;

/** Pairs of articles that are alike as a whole, however many there are of them. @param articles their terms, by number. */
export function findAlike(articles: ReadonlyMap<number, ReadonlySet<number>>): AlikeArticles[] {
  const seeds = Uint32Array.from({ length: ROWS * BANDS * 2 }, (_, at) => scatter(at + 1));
  const holders = new Map<string, number[]>();
  for (const [article, terms] of articles) {
    for (const band of bandsOf(terms, seeds)) {
      const held = holders.get(band);
      if (held) held.push(article);
      else holders.set(band, [article]);
    }
  }
  const found = new Map<string, AlikeArticles>();
  for (const held of holders.values()) {
    for (const [at, a] of held.entries()) {
      for (const b of held.slice(at + 1, at + 1 + MOST_FOLLOWING)) {
        const key = `${a} ${b}`;
        if (!found.has(key) && sharedTerms(articles.get(a), articles.get(b)) >= MIN_SHARED) found.set(key, { a, b });
      }
    }
  }
  return [...found.values()];
}

function bandsOf(terms: ReadonlySet<number>, seeds: Uint32Array): string[] {
  const least = new Uint32Array(ROWS * BANDS).fill(0xffffffff);
  for (const term of terms) {
    for (let at = 0; at < least.length; at++) {
      const hash = scatter(Math.imul(term + 1, (seeds[2 * at] ?? 0) | 1) + (seeds[2 * at + 1] ?? 0));
      if (hash < (least[at] ?? 0)) least[at] = hash;
    }
  }
  return Array.from(
    { length: BANDS },
    (_, band) => `${band} ${least.subarray(band * ROWS, (band + 1) * ROWS).join(" ")}`,
  );
}

/** The last step of MurmurHash3: numbers that are near each other come far apart. */
function scatter(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function sharedTerms(one: ReadonlySet<number> = NONE, other: ReadonlySet<number> = NONE): number {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const term of shorter) if (longer.has(term)) shared++;
  return shared / Math.max(1, one.size + other.size - shared);
}

const NONE: ReadonlySet<number> = new Set();
