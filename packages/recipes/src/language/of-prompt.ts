import { plainWords } from './n-grams/n-grams-of.ts';
import { rankLanguages, type LanguageRanking } from './n-grams/rank.ts';
import { nGramTable } from './n-grams/table.ts';
import { likelyLanguage, mainScript } from './prompt-script.ts';
import type { ShortTextLead } from './short-texts.ts';
import { nearerByTerms } from './terms-of-neighbours.ts';

/** More of a text does not make its language clearer. */
const SAMPLE_CHARACTERS = 160;

/** Of prompts whose language led by as much, 99 in 100 were told right (`__fixtures__/short-prompts.json`). */
const CLEAR_LEAD = 1;

/** "Docker", "iPhone 17 Pro Max", "ChatGPT vs Claude": names are written alike in many languages, and mostly in English. */
const ROW_OF_NAMES = /^[^\p{L}]*(?:(?:\p{Ll}?\p{Lu}[\w.+#-]*|\d\S*|vs\.?)[\s,:&/-]*){1,9}$/u;

/** Words without a letter of their own. */
const PLAIN_WORDS = /[A-Za-z']+/g;
const OTHER_LETTERS = /[^\p{Script=Common}A-Za-z]/u;

/**
 * So far, in clear leads, may English stand behind another language and still be as good a guess, less by one for each
 * word: "tea", "many members". Chosen by the same prompts and by forty short English ones.
 */
const ENGLISH_WITHIN = 4.5;

/** Addresses, handles and hashtags are of no language. */
const ADDRESSES = /[@#][\w.]+|\S*\w(?:[./@]\w)\S*/gu;

/**
 * The language that a request is written in, by the shortest BCP-47 tag that names it with its script: `sr` in Cyrillic
 * letters, `sr-Latn`, `zh`, `zh-Hant`; English where nothing tells.
 */
export function languageOf(texts: readonly (string | undefined)[]): string {
  const text = texts
    .filter((part) => part !== undefined)
    .join('\n')
    .slice(0, SAMPLE_CHARACTERS)
    .replace(ADDRESSES, ' ');
  const script = mainScript(text);
  if (script === undefined) return 'en';
  if (script === 'Hani') return hanLanguage(text);
  const table = nGramTable().scripts[script];
  if (table === undefined) return likelyLanguage(script);
  const { likeliest: language, score, next, scoreOf } = rankLanguages(text, script, table);
  const maySayEnglish = score - (scoreOf('en') ?? -Infinity) < CLEAR_LEAD * plainness(text);
  if (score - next < CLEAR_LEAD && (maySayEnglish || ROW_OF_NAMES.test(text))) return 'en';
  if (language === 'sr' && script === 'Latn') return 'sr-Latn';
  return nearerByTerms(language, plainWords(text.toLowerCase()));
}

/** Checks put several questions to one text, one after the other. */
let lastRanked: { readonly text: string; readonly ranking: LanguageRanking } | undefined;

/** How far the likeliest language of a text stands before another one of its script. */
export function leadOver(text: string, other: string): ShortTextLead | undefined {
  const script = mainScript(text) ?? '';
  const table = nGramTable().scripts[script];
  if (table === undefined || table.languages.every(({ language }) => language !== other)) return undefined;
  if (lastRanked?.text !== text) lastRanked = { text, ranking: rankLanguages(text, script, table) };
  const { likeliest, score, scoreOf } = lastRanked.ranking;
  return { language: likeliest, over: score - (scoreOf(other) ?? score) };
}

/** Whether a prompt is written in another language of its script than this one, and not in names alone; sure of it. */
export function isClearlyNot(language: string, text: string): boolean {
  const lead = leadOver(text, language);
  const clear = CLEAR_LEAD * Math.max(1, plainness(text));
  return lead !== undefined && lead.language !== language && lead.over >= clear && !ROW_OF_NAMES.test(text);
}

/** How far English may stand behind another language, in clear leads; 0 where the words are many or not plain. */
function plainness(text: string): number {
  if (OTHER_LETTERS.test(text)) return 0;
  return Math.max(0, ENGLISH_WITHIN - (text.match(PLAIN_WORDS)?.length ?? 0));
}

/**
 * Chinese in one of its two ways of writing, simplified where nothing tells; Japanese where its own forms show. Forms
 * that are simplified elsewhere (台, 群) are common in traditional texts too.
 */
function hanLanguage(text: string): string {
  const { traditional, simplified, japanese } = nGramTable().han;
  const count = (own: ReadonlySet<string>) => Array.from(text).filter((character) => own.has(character)).length;
  const forms = { traditional: count(traditional), simplified: count(simplified), japanese: count(japanese) };
  if (forms.japanese > forms.simplified && forms.japanese >= forms.traditional) return 'ja';
  return forms.traditional >= Math.max(1, forms.simplified) ? 'zh-Hant' : 'zh';
}
