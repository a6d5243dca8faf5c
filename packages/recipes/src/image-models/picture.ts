import { safeColour } from './colours.ts';
import { described, type DescribedMember, type RenderRequest, type ThumbnailConcept } from './concept.ts';
import { plainWords } from './control-syntax.ts';
import { recased } from './headline-elsewhere.ts';
import { splitNegations } from './negation/split-negations.ts';

/** A concept as every family may word it: plain words that say what is seen, and apart from them what is not. */
export interface Picture extends Readonly<Record<DescribedMember, string>> {
  readonly focal_side: ThumbnailConcept['focal_side'];
  readonly palette_hex: readonly string[];
  /** Empty where the caller wants no text. */
  readonly headline: string;
  readonly absent: readonly string[];
  /** Orders to image models that stood in the words. */
  readonly removed: readonly string[];
}

/** Takes from a concept's words what is no word, and parts what is seen from what is not. */
export function pictureOf(concept: ThumbnailConcept, { textPolicy, language }: RenderRequest): Picture {
  const headline = concept.overlay_text;
  const members = described.map((member) => [member, readMember(concept[member], headline, language)] as const);
  const avoided = concept.avoid.map((item) => readAvoided(item, headline, language));
  const all = [...avoided, ...members.map(([, read]) => read)];
  return {
    ...(Object.fromEntries(members.map(([member, { shown }]) => [member, shown])) as Record<DescribedMember, string>),
    focal_side: concept.focal_side,
    palette_hex: concept.palette_hex.flatMap((colour) => safeColour(colour) ?? []),
    headline: textPolicy === 'none' ? '' : headline,
    absent: distinct(all.flatMap(({ absent }) => absent)),
    removed: all.flatMap(({ removed }) => removed),
  };
}

interface ReadText {
  readonly shown: string;
  readonly absent: readonly string[];
  readonly removed: readonly string[];
}

function readMember(written: string, headline: string, language: string | undefined): ReadText {
  const { text, absent: flagged, removed } = plainWords(written);
  const { shown, absent } = splitNegations(text, language);
  const unquoted = singleQuoted(shown).replace(/[.\s]+$/u, '');
  return { shown: headline === '' ? unquoted : recased(unquoted, headline), absent: [...absent, ...flagged], removed };
}

/** "no people" among what to avoid means people. */
function readAvoided(written: string, headline: string, language: string | undefined): ReadText {
  const { shown, absent, removed } = readMember(written, headline, language);
  return { shown: '', absent: shown === '' ? absent : [shown, ...absent], removed };
}

/** Double quotation marks are the headline's alone. */
function singleQuoted(text: string): string {
  return text
    .replace(/["“”„«»]([^"“”„«»]*)["“”«»]/gu, '‘$1’')
    .replace(/["“”„«»]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function distinct(items: readonly string[]): string[] {
  const plain = items.map((item) =>
    item
      .replace(/[,;:"]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
  return [...new Map(plain.filter((item) => item !== '').map((item) => [item.toLowerCase(), item])).values()];
}
