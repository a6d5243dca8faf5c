import { functionWords } from '../language/function-words/by-script.ts';
import { containmentIn } from '../text/similarity.ts';
import { fold, words } from '../text/words.ts';

/**
 * A title's score, 0 to 100, by this formula and nothing else:
 * - length, 30: full between 30 and 65 characters, falling to 0 at 0 and at 100;
 * - findable, 30: the first keyword stands in the first half (15 when later); without keywords, the share of the
 *   title's words that stand in the material;
 * - concrete, 20: a number, or a name inside the title;
 * - curious, 15: a question, or a word that opens one (how, why, what …);
 * - calm, 5: at most one exclamation mark and no shouted words.
 */
export function titleScore(title: string, keywords: readonly string[], material: ReadonlySet<string>): number {
  return Math.round(
    lengthPoints(title) +
      findablePoints(title, keywords, material) +
      concretePoints(title) +
      curiousPoints(title) +
      calmPoints(title),
  );
}

const BEST_LENGTH = { from: 30, to: 65, worst: 100 } as const;

function lengthPoints(title: string): number {
  const length = Array.from(title).length;
  if (length < BEST_LENGTH.from) return (30 * length) / BEST_LENGTH.from;
  if (length <= BEST_LENGTH.to) return 30;
  return Math.max(0, (30 * (BEST_LENGTH.worst - length)) / (BEST_LENGTH.worst - BEST_LENGTH.to));
}

function findablePoints(title: string, [keyword]: readonly string[], material: ReadonlySet<string>): number {
  if (keyword === undefined) return 30 * containmentIn(title, material);
  const at = fold(title).indexOf(fold(keyword));
  if (at === -1) return 0;
  return at <= title.length / 2 ? 30 : 15;
}

function concretePoints(title: string): number {
  const hasName = /\S\s+(?:\p{Lu}{2,}|\p{Ll}*\p{Lu}\p{L}*\p{N}+)/u.test(title);
  return /\p{N}/u.test(title) || hasName ? 20 : 0;
}

const OPENERS = new Set(
  'how why what when where which who wie warum was cómo qué por comment pourquoi come perché como por jak dlaczego как почему 如何 为什么'.split(
    ' ',
  ),
);

function curiousPoints(title: string): number {
  return /[?？؟]/u.test(title) || words(title.toLowerCase()).some((word) => OPENERS.has(word)) ? 15 : 0;
}

function calmPoints(title: string): number {
  const shouted = words(title).filter((word) => /^\p{Lu}{5,}$/u.test(word)).length;
  const marks = title.match(/[!！]/gu)?.length ?? 0;
  return shouted === 0 && marks <= 1 ? 5 : 0;
}

/** The angle of a title that nobody named one for. */
export function angleOf(title: string): string {
  const first = words(title.toLowerCase())[0] ?? '';
  if (/[?？؟]$/u.test(title.trim())) return 'question';
  if (/^\p{N}+$/u.test(first)) return 'list';
  if (OPENERS.has(first)) return first === 'how' || first === 'wie' ? 'how_to' : 'curiosity';
  return functionWords('en').has(first) ? 'statement' : 'search';
}
