import { phraseOverlap } from '../../../text/similarity.ts';
import { narrationOf } from '../../draft.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Two scripts on one subject share phrases; more than this is one script twice. */
const SAME_SCRIPT = 0.4;

/** A further variant says it otherwise than those before it. */
export const variantsDifferCheck: ScriptCheck<'variants_differ'> = {
  names: ['variants_differ'],
  measure(draft, _input, { earlier }) {
    if (earlier.length === 0) return [];
    const narration = narrationOf(draft);
    const overlap = Math.max(...earlier.map((script) => phraseOverlap(spokenIn(script), narration)));
    return [
      {
        name: 'variants_differ',
        ok: overlap <= SAME_SCRIPT,
        value: Math.round(overlap * 100) / 100,
        limit: SAME_SCRIPT,
        unit: 'phrase_overlap',
        message: 'This variant has to differ from the earlier ones.',
        severity: 'target',
      },
    ];
  },
};

/** The narration of an earlier output, which comes as data from outside. */
function spokenIn(script: unknown): string {
  const narration = typeof script === 'object' && script !== null && 'narration' in script ? script.narration : '';
  return typeof narration === 'string' ? narration : '';
}
