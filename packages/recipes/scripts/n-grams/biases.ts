import prompts from '../../src/language/__fixtures__/short-prompts.json' with { type: 'json' };
import { rankLanguages } from '../../src/language/n-grams/rank.ts';
import type { ScriptTable } from '../../src/language/n-grams/table.ts';

type Scripts = Readonly<Record<string, ScriptTable>>;

/** A prompt's own language and what its script's table says without biases. */
interface Scored {
  readonly wanted: string;
  readonly weight: number;
  readonly scores: readonly (readonly [language: string, score: number])[];
}

/** Languages that much is written in, our own choice; a neighbour of theirs has to show itself. */
const MUCH_WRITTEN: ReadonlySet<string> = new Set('en es de fr pt ru it nl pl tr fa vi cs id uk hu ar hi'.split(' '));

const STEPS = [-0.6, -0.3, -0.1, 0.1, 0.3, 0.6];
const MOST = 1.2;
const ROUNDS = 4;

/** The biases with which most of the prompts to fit to are told right, found language by language. */
export function fitBiases(scripts: Scripts): Scripts {
  const fitted = Object.entries(scripts).map(([script, table]) => {
    const biases = climb(
      scoredPrompts(script, table),
      table.languages.map(({ language }) => language),
    );
    const languages = table.languages.map((each) => ({ ...each, bias: round(biases.get(each.language) ?? 0) }));
    return [script, { ...table, languages }] as const;
  });
  return Object.fromEntries(fitted);
}

const round = (value: number) => Math.round(value * 10) / 10;

function scoredPrompts(script: string, table: ScriptTable): readonly Scored[] {
  const own = new RegExp(`\\p{Script=${script}}`, 'gu');
  const known = new Set(table.languages.map(({ language }) => language));
  return Object.entries(prompts.fitted).flatMap(([tag, texts]) => {
    const [wanted = ''] = tag.split('-', 1);
    if (!known.has(wanted) || wanted === 'bs') return [];
    const mine = texts.filter((text) =>
      script === 'Latn' ? !/[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Devanagari}]/u.test(text) : own.test(text),
    );
    const weight = MUCH_WRITTEN.has(wanted) ? 3 : 1;
    return mine.map((text) => {
      const { scoreOf } = rankLanguages(text, script, table);
      return { wanted, weight, scores: [...known].map((language) => [language, scoreOf(language) ?? 0] as const) };
    });
  });
}

function climb(scored: readonly Scored[], languages: readonly string[]): ReadonlyMap<string, number> {
  let biases: ReadonlyMap<string, number> = new Map();
  let best = quality(scored, biases);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const language of languages) {
      for (const step of STEPS) {
        const bias = Math.max(-MOST, Math.min(MOST, (biases.get(language) ?? 0) + step));
        const tried = new Map(biases).set(language, bias);
        const reached = quality(scored, tried) - 0.02 * Math.abs(step);
        if (reached > best + 0.001) [biases, best] = [tried, reached];
      }
    }
  }
  return biases;
}

/** Prompts told right, and half of what the others lack to it, a whole one at most. */
function quality(scored: readonly Scored[], biases: ReadonlyMap<string, number>): number {
  return scored.reduce((sum, { wanted, weight, scores }) => {
    const biased = scores.map(([language, score]) => [language, score + (biases.get(language) ?? 0)] as const);
    const own = biased.find(([language]) => language === wanted)?.[1] ?? 0;
    const other = Math.max(...biased.filter(([language]) => language !== wanted).map(([, score]) => score));
    return sum + weight * ((own > other ? 1 : 0) + 0.5 * Math.max(-1, Math.min(0, own - other)));
  }, 0);
}
