import type { Finding } from '../../../port/finding.ts';
import { orPassed } from '../../../port/or-passed.ts';
import { openFlaw, plainText } from '../../plain-texts.ts';
import type { ScriptInput } from '../../schema.ts';
import { frameTextsOf, screenTextsOf, type PlacedText } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Title, logline, call to action and screen texts are plain words, without markup, labels, directions and gaps. */
export const plainTextsCheck: ScriptCheck<'plain_text'> = {
  names: ['plain_text'],
  measure(draft, input) {
    const failed = [
      ...frameTextsOf(draft).flatMap((text) => flawOf(text, true, input)),
      ...screenTextsOf(draft).flatMap((text) => flawOf(text, false, input)),
    ];
    return orPassed(failed, 'plain_text', 'texts', 'Title, logline, call to action and screen texts are plain words.');
  },
};

function flawOf({ text, ...place }: PlacedText, isSpoken: boolean, { language }: ScriptInput): Finding<'plain_text'>[] {
  const plain = plainText(text, place.path === 'title' ? 'title' : 'sentence', language);
  const open = openFlaw(plain, isSpoken, language);
  if (open === undefined && plain === text) return [];
  const message =
    open === undefined
      ? `Marks, labels or directions stand in "${text}".`
      : `"${open}" cannot stand in "${text}": it needs words that are ready to use.`;
  return [
    { name: 'plain_text', ok: false, value: text, limit: plain, unit: 'text', ...place, message, severity: 'report' },
  ];
}
