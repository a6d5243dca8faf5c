import { countsIn } from '../../language/numbers/numbers-in.ts';
import { primarySubtag } from '../../language/scripts.ts';
import { insideSentence } from '../../text/phrases/inside-sentence.ts';
import { countedThing } from '../../text/phrases/noun-phrases.ts';
import { splitSentences } from '../../text/sentences.ts';
import type { MetadataInput } from '../schema.ts';
import { topicTitle } from './phrase-title.ts';
import { statementTitles } from './statement-titles.ts';

/** What stands first is read before a search result cuts the rest. */
const LONGEST_TITLE = 80;

/**
 * English titles in the working title's words, for those that a small model did not write: by an entry that the video
 * counts ("Blackout curtains and two more cheap ways to …"), by a longer sentence of it, as a question, as the answer.
 */
export function spareTitles(input: MetadataInput): string[] {
  const { title, material, language } = input;
  if (primarySubtag(language) !== 'en') return [];
  const working = title.replace(/[\s.?!]+$/u, '');
  const [first = [], ...others] = titlesByEntry(working, material, language);
  const statements = statementTitles(input, LONGEST_TITLE);
  const named = topicTitle(input) ?? [];
  const titles = [first, titlesOfList(working, language), others, statements, titlesOfKind(working), named].flat();
  return titles.filter((text) => text.length <= LONGEST_TITLE);
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
/** Of fewer entries one more is no "ways". */
const FEWEST_ENTRIES = 3;
const ENTRY =
  /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth),\s+(?!not\b|avoid\b|never\b)(?<name>.+)$/iu;

/** How many a title counts in its first words, and what: "Three", "cheap ways". */
function countedIn(working: string, language: string): { count: number; things: string; rest: string } | undefined {
  const counted = countedThing(working) ?? '';
  const [count] = countsIn(counted, language);
  if (counted === '' || count === undefined || !working.startsWith(counted)) return undefined;
  const things = counted.split(' ').slice(1).join(' ');
  return things === '' ? undefined : { count, things, rest: working.slice(counted.length) };
}

function titlesByEntry(working: string, material: string, language: string): string[] {
  const counted = countedIn(working, language);
  if (counted === undefined || counted.count < FEWEST_ENTRIES) return [];
  const more = NUMBERS[counted.count - FEWEST_ENTRIES];
  const entries = splitSentences(material).flatMap((sentence) => ENTRY.exec(sentence)?.groups?.name ?? []);
  const names = entries.map((name) => upperFirst(name.replace(/[\s.!]+$/u, '').replace(MERELY, '')));
  return more === undefined ? [] : names.map((name) => `${name} and ${more} more ${counted.things}${counted.rest}`);
}

/** "Use curtains", "add a rug": of what is only to be had its name is enough. */
const MERELY = /^(?:use|add|get|try|buy|choose)\s+(?:(?:a|an|the|your|some)\s+)?/iu;

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Five mistakes people make with solar panels" are asked after as mistakes with them. */
const MAKERS =
  /(?<=\bmistakes) (?:that )?(?:most |many |all )?(?:people|beginners|owners|homeowners|we|you) makes?\b/iu;

function titlesOfList(working: string, language: string): string[] {
  if (countedIn(working, language) === undefined) return [];
  const inside = insideSentence(working);
  const asked = /\bmistakes\b/iu.test(working) ? `Are you making these ${inside.replace(MAKERS, '')}?` : undefined;
  return [asked ?? `Do you know these ${inside}?`];
}

const EXPLAINS = /^(?:how|why)\s(?!to\b)/iu;
const TEACHES = /^how to\s+(?<deed>.+)$/iu;

function titlesOfKind(working: string): string[] {
  const inside = insideSentence(working);
  const deed = TEACHES.exec(working)?.groups?.deed;
  if (deed !== undefined) return [`${upperFirst(deed)}, step by step`];
  if (!EXPLAINS.test(working)) return [];
  const short = inside.replace(CIRCUMSTANCE, '');
  const isClause = short !== inside && short.split(' ').length >= CLAUSE_WORDS;
  return [`Ever wondered ${inside}?`, ...(isClause ? [`Ever wondered ${short}?`] : []), `So that is ${inside}`];
}

/** What a question can do without: "why sourdough bread rises | without yeast from a packet". */
const CIRCUMSTANCE = /\s(?:without|with|from|when|while|before|after|during|because|so|in|on|at)\s.*$/iu;
/** "Why pizza dough" has no verb. */
const CLAUSE_WORDS = 4;
