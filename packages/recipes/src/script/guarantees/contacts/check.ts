import { unaskedContactIn } from '../../../findings/unasked-contact.ts';
import type { ScriptInput } from '../../schema.ts';
import { frameTextsOf, narrationsOf, screenTextsOf } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/** Addresses and handles that viewers are sent to stand in what the caller wishes. */
export const contactsCheck: ScriptCheck<'unasked_contact'> = {
  names: ['unasked_contact'],
  measure(draft, input) {
    const wishes = { wishes: wishesOf(input), audience: 'viewers' };
    const texts = [...frameTextsOf(draft), ...narrationsOf(draft), ...screenTextsOf(draft)];
    return texts.flatMap(({ text, ...place }) => unaskedContactIn(text, wishes, place));
  },
};

/** What the caller says and does not only show. */
function wishesOf({
  prompt,
  style,
  audience,
  goal,
  tone,
  cta,
  keywords,
  must_include,
  brand_voice: voice,
}: ScriptInput) {
  const voiced = [voice?.name, voice?.description, ...(voice?.rules ?? [])];
  const texts = [prompt, style, audience, goal, tone, cta, ...keywords, ...must_include, ...voiced];
  return texts.filter((text) => text !== undefined);
}
