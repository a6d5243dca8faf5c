import { fold } from '../../text/words.ts';
import { listedLanguage } from '../same-words.ts';
import { primarySubtag } from '../scripts.ts';
import type { Directions } from './directions.ts';

/** In which of two opposite directions a statement goes: what rises or falls, who won or lost, what is before or after. */
export interface Direction {
  /** Which pair of opposites, by its place among those of every language. */
  readonly pair: number;
  readonly isFirst: boolean;
  /** The words that say so. */
  readonly words: string;
}

interface Pair {
  readonly first: RegExp;
  readonly second: RegExp;
}

interface Readers {
  readonly pairs: readonly Pair[];
  readonly denial: RegExp | undefined;
}

let directions: Readonly<Record<string, Directions>> = {};

/** Makes the words of all languages known, 20 KB; before that no statement goes in any direction. Once is enough. */
export async function loadOpposites(): Promise<void> {
  if (Object.keys(directions).length > 0) return;
  ({ directions } = await import('./by-language.ts'));
  readers.clear();
}

const readers = new Map<string, Readers | undefined>();

/**
 * The directions of a statement by the words of its language, turned round where it denies them ("did not rise"). Of a
 * pair of which it says both ("fell before it rose") it says none. Empty for a language whose words are not known.
 */
export function directionsIn(statement: string, language: string): readonly Direction[] {
  const known = readersOf(primarySubtag(language));
  if (known === undefined) return [];
  const folded = ` ${fold(statement)} `;
  const isDenied = known.denial?.test(folded) === true;
  return known.pairs.flatMap(({ first, second }, pair) => {
    const [one, other] = [first.exec(folded)?.[0], second.exec(folded)?.[0]];
    if ((one === undefined) === (other === undefined)) return [];
    return [{ pair, isFirst: (one !== undefined) !== isDenied, words: (one ?? other ?? '').trim() }];
  });
}

function readersOf(language: string): Readers | undefined {
  const name = listedLanguage(language);
  if (!readers.has(name)) readers.set(name, directions[name] && makeReaders(directions[name]));
  return readers.get(name);
}

function makeReaders({ pairs, denial }: Directions): Readers {
  return {
    pairs: pairs.map((pair) => {
      const [first = '', second = ''] = pair.split('|');
      return { first: patternOf(first), second: patternOf(second) };
    }),
    denial: denial === undefined ? undefined : patternOf(denial),
  };
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u;
const NOTHING = /(?!)/u;

/** Where a word begins; Arabic and Hebrew write "and", "so", "that", "the" on it. */
function beforeWord(word: string): string {
  const written = /^\p{Script=Arabic}/u.test(word)
    ? '(?:[وف]?(?:ال)?)'
    : /^\p{Script=Hebrew}/u.test(word)
      ? '[ושה]{0,2}'
      : '';
  return `(?<![\\p{L}\\p{M}\\p{N}])${written}`;
}

/** Words with commas between; one begins so, unless `~` says that it may stand inside, and `$` that it ends there. */
function patternOf(words: string): RegExp {
  if (words.trim() === '') return NOTHING;
  const alternatives = words.split(',').map((written) => {
    const word = fold(written.trim());
    const whole = word.endsWith('$');
    const plain = RegExp.escape(word.replace(/^~|\$$/gu, ''));
    const end = whole ? '(?![\\p{L}\\p{M}\\p{N}])' : '';
    return UNSPACED.test(word) || word.startsWith('~') ? plain + end : `${beforeWord(word)}${plain}${end}`;
  });
  return new RegExp(alternatives.join('|'), 'u');
}
