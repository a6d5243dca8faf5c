import type { Finding } from '../../../port/finding.ts';
import { orPassed } from '../../../port/or-passed.ts';
import type { ScriptDraft } from '../../draft.ts';
import { openFlaw, plainText } from '../../plain-texts.ts';
import type { ScriptInput } from '../../schema.ts';
import { frameTextsOf, screenTextsOf, type PlacedText } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Title, logline, call to action and screen texts are plain words, without markup, labels, directions and gaps. */
export const plainTextsCheck: ScriptCheck<'plain_text'> = {
  names: ['plain_text'],
  measure(draft, input) {
    const failed = [
      ...missingTexts(draft),
      ...frameTextsOf(draft).flatMap((text) => flawOf(text, true, input)),
      ...screenTextsOf(draft).flatMap((text) => flawOf(text, false, input)),
    ];
    return orPassed(failed, 'plain_text', 'texts', 'Title, logline, call to action and screen texts are plain words.');
  },
};

/** A video may do without a call to action, and a scene without words on the screen. */
function missingTexts({ title, logline }: ScriptDraft): Finding<'plain_text'>[] {
  return Object.entries({ title, logline }).flatMap(([path, text]) =>
    text === '' ? [flaw({ path, text }, '', `There is no ${path}.`)] : [],
  );
}

function flawOf(place: PlacedText, isSpoken: boolean, { language }: ScriptInput): Finding<'plain_text'>[] {
  const { path, text } = place;
  const plain = plainText(text, path === 'title' ? 'title' : 'sentence', language);
  const open = openFlaw(plain, isSpoken, language);
  if (open === undefined && plain === text) return [];
  const message =
    open === undefined
      ? `Marks, labels or directions stand in "${text}".`
      : `"${open}" cannot stand in "${text}": it needs words that are ready to use.`;
  return [flaw(place, plain, message)];
}

function flaw({ text, ...place }: PlacedText, plain: string, message: string): Finding<'plain_text'> {
  return {
    name: 'plain_text',
    ok: false,
    value: text,
    limit: plain,
    unit: 'text',
    ...place,
    message,
    severity: 'report',
  };
}
