import { foreignContacts } from '../../../text/contacts/contacts.ts';
import type { MetadataInput } from '../../schema.ts';
import { textsOf } from '../../texts.ts';
import type { MetadataCheck } from '../guarantee.ts';

/**
 * Addresses and handles that readers are sent to stand in what the caller wishes. One that only the material has may be
 * somebody else's advertisement, and may be right: it is told and stays.
 */
export const contactsCheck: MetadataCheck<'unasked_contact'> = {
  names: ['unasked_contact'],
  measure(draft, input) {
    const own = wishesOf(input);
    return textsOf(draft).flatMap(({ path, text }) => {
      const foreign = foreignContacts(text, own);
      if (foreign.length === 0) return [];
      const message = `"${foreign.join('", "')}" stands in no wish of the request: look whether readers shall be sent there.`;
      return [
        {
          name: 'unasked_contact',
          ok: false,
          value: foreign.length,
          limit: 0,
          unit: 'contacts',
          path,
          message,
          severity: 'report',
        } as const,
      ];
    });
  },
};

/** What the caller says and does not only show. */
function wishesOf({ title, links, keywords, audience, tone, cta }: MetadataInput): string[] {
  return [title, ...links, ...keywords, audience, tone, cta].filter((text) => text !== undefined);
}
