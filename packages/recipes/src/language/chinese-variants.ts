import type { Replacements, VariantTables } from './chinese-tables.ts';
import { primarySubtag } from './scripts.ts';

/** The two ways in which Chinese is written: simplified and traditional, by their ISO 15924 names. */
export type ChineseScript = 'Hans' | 'Hant';

/**
 * The way of writing that a BCP-47 tag asks for: `zh-TW`, `zh-HK` and `zh-Hant` traditional, `zh-CN` and `zh-Hans`
 * simplified. Undefined for `zh` alone, which takes both, and for other languages.
 */
export function chineseScriptOf(tag: string): ChineseScript | undefined {
  if (!CHINESE.has(primarySubtag(tag))) return undefined;
  const locale = new Intl.Locale(tag);
  if (locale.language === 'zh' && locale.script === undefined && locale.region === undefined) return undefined;
  const { script } = locale.maximize();
  return script === 'Hans' || script === 'Hant' ? script : undefined;
}

const CHINESE: ReadonlySet<string> = new Set(['zh', 'cmn', 'yue']);

/** What a text shows of the way it is written. */
export interface ChineseVariants {
  /** Undefined where no character tells, or as many say one as the other. */
  readonly script: ChineseScript | undefined;
  /** Its characters that only simplified Chinese has, in order, each once. */
  readonly simplified: readonly string[];
  /** Its characters that only traditional Chinese has. */
  readonly traditional: readonly string[];
}

/** A character belongs to one way of writing where OpenCC writes it in another way in the other. */
export function chineseVariantsOf(text: string): ChineseVariants {
  const { onlySimplified, onlyTraditional } = tables();
  const characters = text.match(/\p{Script=Han}/gu) ?? [];
  const simplified = characters.filter((character) => onlySimplified.has(character));
  const traditional = characters.filter((character) => onlyTraditional.has(character));
  const lead = simplified.length - traditional.length;
  const script = lead === 0 ? undefined : lead > 0 ? 'Hans' : 'Hant';
  return { script, simplified: [...new Set(simplified)], traditional: [...new Set(traditional)] };
}

/**
 * The characters of a text that are not written as its language is; none where the tag takes both ways. One that OpenCC
 * keeps where it stands is none either: 里拉, a lira, is written so in both.
 */
export function foreignVariants(text: string, tag: string): readonly string[] {
  const script = chineseScriptOf(tag);
  if (script === undefined) return [];
  const { simplified, traditional } = chineseVariantsOf(text);
  const foreign = script === 'Hans' ? traditional : simplified;
  if (foreign.length === 0) return foreign;
  const converted = writtenFor(text, tag);
  if (converted === text) return [];
  const gone = foreign.filter((character) => !converted.includes(character));
  return gone.length > 0 ? gone : foreign;
}

/**
 * A Chinese text in the way of writing of its language, by OpenCC's phrases and characters: 头发 and 发展 become 頭髮 and
 * 發展, in Hong Kong's forms for `zh-HK`. Words stay those that were chosen; a text that is right, or whose tag takes
 * both ways, comes back as it is.
 */
export function inOwnVariant(text: string, tag: string): string {
  return foreignVariants(text, tag).length === 0 ? text : writtenFor(text, tag);
}

function writtenFor(text: string, tag: string): string {
  const { toSimplified, toTraditional, toTaiwan, toHongKong } = tables();
  if (chineseScriptOf(tag) === 'Hans') return convert(text, toSimplified);
  const { region } = new Intl.Locale(tag).maximize();
  return convert(convert(text, toTraditional), region === 'HK' || region === 'MO' ? toHongKong : toTaiwan);
}

let loaded: VariantTables | undefined;

/** Reads OpenCC's dictionaries, about 12 MB of memory, which only Chinese needs. */
export async function loadChineseVariants(): Promise<void> {
  const { readTables } = await import('./chinese-tables.ts');
  loaded ??= readTables();
}

function tables(): VariantTables {
  if (loaded === undefined) throw new Error('The variants of Chinese are not loaded: await loadChineseVariants().');
  return loaded;
}

function convert(text: string, { of, longest }: Replacements): string {
  let converted = '';
  for (let at = 0; at < text.length;) {
    const key = longestKey(text, at, of, longest);
    converted += of.get(key) ?? key;
    at += key.length;
  }
  return converted;
}

/** The longest entry that stands at a place; where there is none, the character there. */
function longestKey(text: string, at: number, entries: ReadonlyMap<string, string>, longest: number): string {
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const key = text.slice(at, at + length);
    if (entries.has(key)) return key;
  }
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
