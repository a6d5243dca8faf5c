/** English verbs for what a camera can see somebody do. "Use", "have" and "help" show nothing; "reduce" and "improve" cannot be seen. */
const REGULAR =
  'absorb adjust apply attach bake bolt brew brush carry check chew chop clean climb close collect connect cook cover crack crank cross crush deliver drill drip drop dry dip dissolve empty fasten fill filter flip float flow fold force fry gather glue grate groom hammer harvest heat hug insert inspect install insulate iron kick knead knock lick lift load loosen lower lubricate massage measure melt mix mop mount open pack paint pass peel pet photograph pick pile pin place plant play plug polish pour press print prune pull pump push rake remove repair replace rinse roast roll rotate rub salt sand scoop scratch screw scrub seal sharpen shovel sip sketch slice smell sniff soak solder spill spray sprinkle squeeze stack stamp stir stitch stretch stroke taste tap tape test tighten tilt toss touch turn twist type unload unplug unpack unscrew untie vacuum visit walk warm wash water weigh weld whip whisk wipe wrap zip'.split(
    ' ',
  );

/** Base, past and participle, where they are not the base with "ed". */
const IRREGULAR: readonly (readonly [base: string, past: string, participle: string])[] = [
  ['bend', 'bent', 'bent'],
  ['bite', 'bit', 'bitten'],
  ['blow', 'blew', 'blown'],
  ['break', 'broke', 'broken'],
  ['bring', 'brought', 'brought'],
  ['build', 'built', 'built'],
  ['burn', 'burned', 'burned'],
  ['buy', 'bought', 'bought'],
  ['catch', 'caught', 'caught'],
  ['cut', 'cut', 'cut'],
  ['dig', 'dug', 'dug'],
  ['draw', 'drew', 'drawn'],
  ['drink', 'drank', 'drunk'],
  ['drive', 'drove', 'driven'],
  ['eat', 'ate', 'eaten'],
  ['feed', 'fed', 'fed'],
  ['fix', 'fixed', 'fixed'],
  ['freeze', 'froze', 'frozen'],
  ['grind', 'ground', 'ground'],
  ['hang', 'hung', 'hung'],
  ['hold', 'held', 'held'],
  ['lay', 'laid', 'laid'],
  ['put', 'put', 'put'],
  ['ride', 'rode', 'ridden'],
  ['sew', 'sewed', 'sewn'],
  ['shake', 'shook', 'shaken'],
  ['shut', 'shut', 'shut'],
  ['sit', 'sat', 'sat'],
  ['sleep', 'slept', 'slept'],
  ['spread', 'spread', 'spread'],
  ['stand', 'stood', 'stood'],
  ['sweep', 'swept', 'swept'],
  ['throw', 'threw', 'thrown'],
  ['tear', 'tore', 'torn'],
  ['tie', 'tied', 'tied'],
  ['wear', 'wore', 'worn'],
  ['weave', 'wove', 'woven'],
  ['wind', 'wound', 'wound'],
  ['write', 'wrote', 'written'],
];

/** What is done to a thing by a machine, by heat or by its weight: it is shown without anybody. */
const BY_NOBODY: ReadonlySet<string> = new Set([
  'force',
  'flow',
  'pass',
  'filter',
  'pump',
  'melt',
  'drip',
  'float',
  'soak',
]);

/** A verb's form as it was met, and how the same is written of a picture. */
export interface DeedVerb {
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'ing';
  readonly ing: string;
  readonly participle: string;
  /** Whether the thing to which it is done is shown, and nobody beside it. */
  readonly isByNobody: boolean;
}

/** What a word may be of a visible deed; a past form that is a participle too is both. */
export function deedVerbs(word: string): readonly DeedVerb[] {
  forms ??= formsOf([...REGULAR.map((base) => [base, pastOf(base), pastOf(base)] as const), ...IRREGULAR]);
  return forms.get(word.toLowerCase()) ?? [];
}

let forms: ReadonlyMap<string, readonly DeedVerb[]> | undefined;

function formsOf(verbs: readonly (readonly [string, string, string])[]): Map<string, DeedVerb[]> {
  const known = new Map<string, DeedVerb[]>();
  for (const [base, past, participle] of verbs) {
    const ing = ingOf(base);
    const isByNobody = BY_NOBODY.has(base);
    const spellings = { base, third: thirdOf(base), past, participle, ing } as const;
    for (const [form, spelling] of Object.entries(spellings)) {
      const verb = { form: form as DeedVerb['form'], ing, participle, isByNobody };
      known.set(spelling, [...(known.get(spelling) ?? []), verb]);
    }
  }
  return known;
}

/** One vowel between consonants, as in "stir" and "tap": the last letter is doubled. */
const SHORT = /^(?:[^aeiou]*|un|in)[aeiou][bdgklmnprt]$/u;
const NOT_DOUBLED = /[wxy]$|(?:knead|clean|fill|empty|collect)$/u;

function doubled(base: string): string {
  return SHORT.test(base) && !NOT_DOUBLED.test(base) ? `${base}${base.at(-1) ?? ''}` : base;
}

function pastOf(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : `${doubled(base)}ed`;
}

/** As it is done: "purr" → "purring", of any English verb. */
export function ingOf(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  return base.endsWith('e') ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`;
}

function thirdOf(base: string): string {
  if (/[^aeiou]y$/u.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(base) ? `${base}es` : `${base}s`;
}
