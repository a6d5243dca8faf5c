import { unaskedContactIn } from '../../../findings/unasked-contact.ts';
import type { MetadataInput } from '../../schema.ts';
import { textsOf } from '../../texts.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** Addresses and handles that readers are sent to stand in what the caller wishes. */
export const contactsCheck: MetadataCheck<'unasked_contact'> = {
  names: ['unasked_contact'],
  measure(draft, input) {
    const wishes = { wishes: wishesOf(input), audience: 'readers' };
    return textsOf(draft).flatMap(({ path, text }) => unaskedContactIn(text, wishes, { path }));
  },
};

/** What the caller says and does not only show. */
function wishesOf({ title, links, keywords, audience, tone, cta }: MetadataInput): string[] {
  return [title, ...links, ...keywords, audience, tone, cta].filter((text) => text !== undefined);
}
