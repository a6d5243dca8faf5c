import type { Finding } from '../../../port/finding.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { splitSentences } from '../../../text/sentences.ts';
import type { ScriptDraft } from '../../draft.ts';
import { sourceOf, unsupported } from '../../grounding.ts';
import type { ScriptInput } from '../../schema.ts';
import { narrationsOf } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** What was taken from a source names it. */
export const attributionCheck: ScriptCheck<'attribution'> = {
  names: ['attribution'],
  measure(draft, input) {
    if (input.sources.length === 0) return [];
    const failed = [...borrowedClaims(draft, input), ...borrowedSentences(draft, input)].map(
      ({ text, source, ...place }): Finding<'attribution'> => ({
        name: 'attribution',
        ok: false,
        value: null,
        limit: source,
        unit: 'source',
        ...place,
        message: `"${text}" is taken from the source "${source}" and does not name it.`,
        severity: 'report',
      }),
    );
    return orPassed(failed, 'attribution', 'statements', 'What was taken from a source names it.');
  },
};

/** A statement of a source without its id, and where it stands. */
interface Borrowed {
  readonly text: string;
  readonly source: string;
  readonly path: string;
  readonly sceneId?: string;
}

/** Claims that name no source, or one that does not say so, while another does. */
export function borrowedClaims({ claims }: ScriptDraft, input: ScriptInput): Borrowed[] {
  return claims.flatMap(({ text, source_id: id }, index) => {
    const source = sourceOf(text, input);
    if (source === undefined || source === id) return [];
    if (id !== null && unsupported(text, id, input).length === 0) return [];
    return [{ text, source, path: `claims[${index}].source_id` }];
  });
}

/** Spoken sentences that no claim lists. */
export function borrowedSentences(draft: ScriptDraft, input: ScriptInput): Borrowed[] {
  const listed = new Set(draft.claims.map(({ text }) => text));
  return narrationsOf(draft).flatMap(({ text, ...place }) =>
    splitSentences(text).flatMap((sentence) => {
      const source = listed.has(sentence) ? undefined : sourceOf(sentence, input);
      return source === undefined || isListed(sentence, draft, source) ? [] : [{ text: sentence, source, ...place }];
    }),
  );
}

/** A claim may say only the checkable part of its sentence. */
function isListed(sentence: string, { claims }: ScriptDraft, source: string): boolean {
  return claims.some(
    ({ text, source_id: id }) => id === source && (sentence.includes(text) || text.includes(sentence)),
  );
}
