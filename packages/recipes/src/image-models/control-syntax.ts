/**
 * What image models read as orders and not as words, in the hands of whoever wrote a description: Midjourney's flags
 * and weights, the weights and networks of Stable Diffusion's front ends. Only the renderers may write any.
 */
export interface PlainWords {
  readonly text: string;
  /** What a `--no` in the words wants not to be seen. */
  readonly absent: readonly string[];
  /** What was taken out, as it stood there. */
  readonly removed: readonly string[];
}

/** Hyphens, dashes and minus signs: phones and word processors make long dashes of `--`, and Midjourney reads them so. */
const DASH = String.raw`[-\u2010-\u2015\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]`;

/**
 * Every parameter that a Midjourney version had (docs.midjourney.com "Parameter List" as quoted by moai-cowork
 * media-midjourney-v8-prompt and docs.evolink.ai, read 2026-11), and those of Stable Diffusion's command lines.
 */
const FLAG_NAMES =
  'aspect|ar|version|v|stylize|s|chaos|c|weird|w|quality|q|no|seed|sameseed|style|stop|tile|niji|raw|hd|sref|sw|sv|cref|cw|oref|ow|iw|profile|personalize|p|repeat|r|fast|turbo|relax|draft|video|edit|exp|testp|test|upbeta|uplight|creative|hq|motion|loop|width|height|steps|cfg|sampler|negative|neg|prompt|n|W|H';

const VALUE = String.raw`(?:\s+|=)(?:[+-]?\d[\d.]*(?:[:：]\d[\d.]*|x\d+|%)?(?![\p{L}\d])|https?://\S+|raw\b|random\b|cute\b|expressive\b|scenic\b|original\b)`;
/** A code of a profile or a style. */
const CODE = String.raw`\s+(?=[a-z]*\d)[a-z0-9]{5,}(?![\p{L}\d])`;

/** `--no a, b` up to the next flag: what shall not be seen. */
const NO_FLAG = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${DASH}{2,}\s*|(?!-)${DASH}\s?)(?:no|negative|neg)(?:\s+|=)([^;.]*?)(?=\s*${DASH}{1,3}\p{L}|[;.]|$)`,
  'giu',
);
/** A name that is known, after any dash but a plain hyphen, which needs a figure behind it. */
const KNOWN_FLAG = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:${DASH}{2,}|(?!-)${DASH})\s*(?:p|profile|personalize|sref|oref|cref)${CODE}`,
    String.raw`(?<![\p{L}\p{N}])${DASH}{2,}\s*(?:${FLAG_NAMES})(?![\p{L}\p{N}-])(?:${VALUE})*`,
    String.raw`(?<![\p{L}\p{N}])(?!-)${DASH}(?:${FLAG_NAMES})(?![\p{L}\p{N}-])(?:${VALUE})*`,
    String.raw`(?<![\p{L}\p{N}])${DASH}\s?(?:${FLAG_NAMES})(?:${VALUE})+`,
    // `--ar9:16`, and `portrait—v 6` right behind a word; "Chanel—No 5" is a name.
    String.raw`(?<![\p{L}\p{N}])${DASH}{2,}(?:${FLAG_NAMES})\d[\d.]*(?:[:：]\d[\d.]*)?(?![\p{L}\d])`,
    String.raw`(?<=[\p{L}\p{N}])(?:${DASH}{2,}|(?!-)${DASH})(?!no)(?:${FLAG_NAMES})(?:${VALUE})+`,
  ].join('|'),
  'giu',
);
/** Any other name behind a double hyphen, with its figure; the words after it stay. */
const UNKNOWN_FLAG = new RegExp(
  String.raw`(?<![\p{L}\p{N}])-{2,}[\p{L}][\p{L}\p{N}_-]*(?:(?:\s+|=)[+-]?\d[\d.:x]*)?`,
  'gu',
);
/** What is pasted out of an interface: the command, the block of settings behind a prompt, and keywords of prompts in parts. */
const SETTINGS = [
  /\/(?:imagine|describe|blend)\b(?:\s+prompt\s*:)?/giu,
  /(?<![\p{L}\p{N}])(?:seed|steps|sampler|cfg(?:[ _]scale)?|guidance(?:[ _]scale)?|clip[ _]skip|denoising[ _]strength|model hash|aspect[ _]ratio|stylize|chaos)\s*[:=]?\s*(?:Euler(?: a)?|DPM\S*|DDIM|LMS|\d[\d.]*(?:\s*[:：x]\s*\d[\d.]*)?)(?=\s*(?:[,;.]|$))/giu,
  /(?<![\p{L}\p{N}])(?:BREAK|ADDCOL|ADDROW|ADDCOMM|ADDBASE)(?![\p{L}\p{N}])/gu,
] as const;
/** `Negative prompt: ugly, blurry` up to the next sentence or setting. */
const NEGATIVE_LABEL = /(?<![\p{L}\p{N}])negative[ _]prompt\s*[:=]\s*([^.;]*)/giu;
const NETWORK = /<\s*(?:lora|lyco|hypernet|embedding|ti|wildcard)\s*:[^<>]*>/giu;
const ADDRESS = /\bhttps?:\/\/[^\s,;)\]]+/giu;
/** The weight of `word::2`. */
const COLON_WEIGHT = /::\s*-?\d+(?:\.\d+)?(?![\p{L}\d])/gu;

const FLAGS: readonly RegExp[] = [KNOWN_FLAG, UNKNOWN_FLAG, COLON_WEIGHT];

/** Marks that give weight to the words between or before them; the words stay. */
const UNWRAPPED: readonly (readonly [RegExp, string])[] = [
  [/\(([^()]*?):\s*-?\d+(?:\.\d+)?\s*\)/gu, '$1'],
  [/\({2,}([^()]*)\){2,}/gu, '$1'],
  [/\[([^[\]]*?)(?::\s*\d+(?:\.\d+)?\s*)?\]/gu, '$1'],
  [/(?<=\{[^{}]*)\|(?=[^{}]*\})/gu, ' '],
  [/\{([^{}]*)\}/gu, '$1'],
  [/\\([()[\]{}])/gu, '$1'],
  [/__([\p{L}\p{N}/-]+)__/gu, '$1'],
  [/::+/gu, ':'],
];

/** A dash that stands before a word as a flag's does, or doubled before a figure; "−5 °C" is a minus. */
const DASH_BEFORE_WORD = new RegExp(
  String.raw`(?<=^|[\s,;])(?:-{2,}\s*(?=[\p{L}\p{N}])|(?!-)${DASH}\s*(?=\p{L}))`,
  'gu',
);
/** "3 - 5 cups" */
const BETWEEN_FIGURES = new RegExp(String.raw`(?<=\p{N})\s+${DASH}\s+(?=\p{N})`, 'gu');
const BETWEEN_WORDS = new RegExp(String.raw`\s+${DASH}+\s+`, 'gu');

/** The words of a description without what a model would take for an order; what is bared by that goes too. */
export function plainWords(written: string): PlainWords {
  const absent: string[] = [];
  const removed: string[] = [];
  let text = written.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ');
  for (let before = ''; before !== text;) {
    before = text;
    text = tidied(unwrapped(withoutFlags(text, absent, removed)));
  }
  return { text, absent, removed };
}

/** What of a description is no words but an order, as it stands there; of a weighted word the words stay. */
export function ordersIn(written: string): string[] {
  const { removed } = plainWords(written);
  const weighted = UNWRAPPED.flatMap(([pattern]) => written.match(pattern) ?? []);
  return [...removed, ...weighted];
}

function withoutFlags(text: string, absent: string[], removed: string[]): string {
  const takeUnwanted = (flag: string, items: string) => {
    absent.push(...items.split(',').flatMap((item) => tidied(unwrapped(item)) || []));
    removed.push(flag.trim());
    return ' ';
  };
  const plain = without([NETWORK, ADDRESS], text, removed);
  const wanted = plain.replace(NO_FLAG, takeUnwanted).replace(NEGATIVE_LABEL, takeUnwanted);
  return without([...FLAGS, ...SETTINGS], wanted, removed);
}

function without(patterns: readonly RegExp[], text: string, removed: string[]): string {
  const take = (taken: string) => {
    removed.push(taken.trim());
    return ' ';
  };
  return patterns.reduce((rest, pattern) => rest.replace(pattern, take), text);
}

function unwrapped(text: string): string {
  return UNWRAPPED.reduce((rest, [pattern, inner]) => rest.replace(pattern, inner), text);
}

function tidied(text: string): string {
  return text
    .replace(BETWEEN_FIGURES, '-')
    .replace(BETWEEN_WORDS, ', ')
    .replace(DASH_BEFORE_WORD, '')
    .replace(/-{2,}/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,;.])/gu, '$1')
    .replace(/([,;.])(?:\s*[,;.])+/gu, '$1')
    .replace(/^[\s,;]+|[\s,;]+$/gu, '');
}
