import { trimAtWord } from '../text/length/trim.ts';
import type { DescribedMember } from './concept.ts';

/** What a phrase of a prompt tells of. */
export type Told = DescribedMember | 'palette_hex' | 'corner' | 'headline' | 'room' | 'unwanted';

export interface Phrase {
  readonly tells: Told;
  readonly text: string;
}

/** Phrases that stand together: `Lighting: ` + phrases with commas + `.` */
export interface Sentence {
  readonly before: string;
  readonly phrases: readonly Phrase[];
  readonly after: string;
}

/** What goes first when a prompt is too long; what is not here stays, and is shortened in the end. */
const LEAST_FIRST: readonly Told[] = [
  'corner',
  'palette_hex',
  'lighting',
  'expression',
  'composition',
  'action',
  'setting',
  'style',
  'unwanted',
];

export interface Wording {
  readonly sentences: readonly Sentence[];
  readonly separator: string;
  /** Flags. */
  readonly end?: string;
}

export interface Fitted {
  readonly prompt: string;
  /** What was left out or cut off, as it would have stood there. */
  readonly left: readonly string[];
}

/** The whole as text; sentences without a phrase are none. */
export function worded({ sentences, separator, end = '' }: Wording): string {
  const full = sentences.flatMap(({ before, phrases, after }) => {
    const texts = phrases.map(({ text }) => text).filter((text) => text !== '');
    return texts.length === 0 ? [] : [before + texts.join(', ') + after];
  });
  return full.join(separator) + end;
}

/** As much as fits: phrases go one by one, the least important first; then the longest of the rest are cut at a word. */
export function fitted(wording: Wording, fits: (prompt: string) => boolean, essential: readonly Told[]): Fitted {
  const left: string[] = [];
  let rest = wording;
  for (const told of LEAST_FIRST.filter((one) => !essential.includes(one))) {
    if (fits(worded(rest))) break;
    left.push(...textsOf(rest, told));
    rest = without(rest, told);
  }
  while (!fits(worded(rest))) {
    const longest = longestPhrase(rest);
    if (longest === undefined) break;
    const shorter = trimAtWord(longest.text, Math.floor(longest.text.length * 0.85), 'utf16_units');
    left.push(longest.text.slice(shorter.length).trim());
    rest = withText(rest, longest, shorter);
  }
  return { prompt: worded(rest), left: left.filter((text) => text !== '') };
}

function textsOf({ sentences }: Wording, told: Told): string[] {
  return sentences.flatMap(({ phrases }) => phrases.flatMap(({ tells, text }) => (tells === told ? [text] : [])));
}

function without(wording: Wording, told: Told): Wording {
  return changed(wording, (phrases) => phrases.filter(({ tells }) => tells !== told));
}

/** Of what may be cut: the headline and its room are exact. */
function longestPhrase({ sentences }: Wording): Phrase | undefined {
  const cuttable = sentences
    .flatMap(({ phrases }) => phrases)
    .filter(({ tells, text }) => tells !== 'headline' && tells !== 'room' && text !== '');
  return cuttable.toSorted((one, other) => other.text.length - one.text.length)[0];
}

function withText(wording: Wording, phrase: Phrase, text: string): Wording {
  return changed(wording, (phrases) => phrases.map((one) => (one === phrase ? { ...one, text } : one)));
}

function changed(wording: Wording, change: (phrases: readonly Phrase[]) => readonly Phrase[]): Wording {
  return {
    ...wording,
    sentences: wording.sentences.map((sentence) => ({ ...sentence, phrases: change(sentence.phrases) })),
  };
}
