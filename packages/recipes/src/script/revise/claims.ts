import { numbersIn } from '../../language/numbers/numbers-in.ts';
import { splitSentences } from '../../text/sentences.ts';
import { containment } from '../../text/similarity.ts';
import { contentStems } from '../../text/substance.ts';
import { countCharacters } from '../../text/words.ts';
import type { Finding } from '../../port/finding.ts';
import { sourceOf, statedNumbers, unsupported } from '../grounding.ts';
import type { ScriptInput } from '../schema.ts';
import type { ScriptDocument } from './document.ts';

type Claim = ScriptDocument['claims'][number];

/** The claims of a revised script, and how they came to be other than they were. */
export interface RevisedClaims {
  readonly claims: readonly Claim[];
  /** Those that stood in what is spoken and do not any more, with their places before. */
  readonly gone: readonly { readonly claim: Claim; readonly index: number }[];
  /** Sentences with figures that nothing spoken had before. */
  readonly added: readonly Claim[];
}

/**
 * Claims belong to what is spoken: where that is changed, those of which no scene speaks any more go, and each new
 * sentence with a figure that the script did not have becomes one, to be checked unless a source says so. A claim that
 * stood nowhere before, in so other words that code does not find it, stays.
 */
export function revisedClaims(document: ScriptDocument, before: ScriptDocument, input: ScriptInput): RevisedClaims {
  const [said, stood] = [narrationsOf(document), narrationsOf(before)];
  if (said.join('\n') === stood.join('\n')) return { claims: document.claims, gone: [], added: [] };
  const isGone = ({ text }: Claim) => isSaidNoMore(text, { said, stood }, input);
  const gone = document.claims.flatMap((claim, index) => (isGone(claim) ? [{ claim, index }] : []));
  const kept = document.claims.filter((claim) => !isGone(claim));
  const added = newFigures(said, stood, input).filter(({ text }) => kept.every((claim) => claim.text !== text));
  return { claims: [...kept, ...added], gone, added };
}

/** The same as findings, each for whoever reads the script. */
export function claimFindings(document: ScriptDocument, before: ScriptDocument, input: ScriptInput): Finding[] {
  const { claims, gone, added } = revisedClaims(document, before, input);
  const told = {
    name: 'claims_spoken',
    ok: true,
    value: null,
    limit: null,
    unit: 'claims',
    severity: 'report',
  } as const;
  return [
    ...gone.map(({ claim, index }) => ({
      ...told,
      path: `claims[${index}]`,
      outcome: 'dropped' as const,
      removed: [claim.text],
      message: `"${claim.text}" is not said any more; the claim went with it.`,
    })),
    ...added.map(({ text }, at) => ({
      ...told,
      path: `claims[${claims.length - added.length + at}]`,
      message: `"${text}" has a figure that the script did not have; it is listed to be checked.`,
    })),
  ];
}

function narrationsOf({ scenes }: ScriptDocument): string[] {
  return scenes.map(({ narration }) => narration);
}

/** Less than this of a claim's words in a scene, and the scene speaks of something else. */
const LEAST_SHARE = 0.5;

/** Whether scenes spoke of what a claim says, and none has half of its words any more with the figures that it took from there. */
function isSaidNoMore(
  claim: string,
  { said, stood }: { readonly said: readonly string[]; readonly stood: readonly string[] },
  { language }: ScriptInput,
): boolean {
  const speakOfIt = (narrations: readonly string[]) =>
    narrations.filter((narration) => sharedWords(claim, narration, language) >= LEAST_SHARE);
  const before = speakOfIt(stood);
  if (before.length === 0) return false;
  const taken = numbersIn(claim, language).intersection(numbersIn(before.join('\n'), language));
  return speakOfIt(said).every((narration) => !taken.isSubsetOf(numbersIn(narration, language)));
}

/** The share of a claim's content words that a narration has; of its characters where words are not divided. */
function sharedWords(claim: string, narration: string, language: string): number {
  const own = contentStems(claim, language);
  if (countCharacters(claim) > 0 || own.size === 0) return containment(claim, narration);
  return own.intersection(contentStems(narration, language)).size / own.size;
}

function newFigures(said: readonly string[], stood: readonly string[], input: ScriptInput): Claim[] {
  const known = statedNumbers(stood.join('\n'), input.language);
  return said
    .filter((narration) => !stood.includes(narration))
    .flatMap(splitSentences)
    .filter((sentence) => !statedNumbers(sentence, input.language).isSubsetOf(known))
    .map((text) => {
      const source = sourceOf(text, input) ?? null;
      const isSupported = source !== null && unsupported(text, source, input).length === 0;
      return { text, source_id: source, needs_check: !isSupported, checked: false };
    });
}
