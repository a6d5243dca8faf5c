import { foreignContacts } from '../../../text/contacts/contacts.ts';
import type { ScriptInput } from '../../schema.ts';
import { frameTextsOf, narrationsOf, screenTextsOf } from '../../texts.ts';
import type { ScriptCheck } from '../guarantee.ts';

/**
 * Addresses and handles that viewers are sent to stand in what the caller wishes. One that comes from material may be
 * somebody else's advertisement, one that comes from nowhere is made up: both may be right, so they are told and stay.
 */
export const contactsCheck: ScriptCheck<'unasked_contact'> = {
  names: ['unasked_contact'],
  measure(draft, input) {
    const own = wishesOf(input);
    return [...frameTextsOf(draft), ...narrationsOf(draft), ...screenTextsOf(draft)].flatMap(({ text, ...place }) => {
      const foreign = foreignContacts(text, own);
      if (foreign.length === 0) return [];
      const message = `"${foreign.join('", "')}" stands in no wish of the request: look whether viewers shall be sent there.`;
      return [
        {
          name: 'unasked_contact',
          ok: false,
          value: foreign.length,
          limit: 0,
          unit: 'contacts',
          ...place,
          message,
          severity: 'report',
        } as const,
      ];
    });
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
