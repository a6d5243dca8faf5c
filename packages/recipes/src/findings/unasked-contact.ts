import type { Finding } from '../port/finding.ts';
import { foreignContacts } from '../text/contacts/contacts.ts';

/** Who wishes for which contacts, and who would be sent to others. */
export interface ContactWishes {
  /** What the caller says and does not only show. */
  readonly wishes: readonly string[];
  /** `viewers`, `readers`. */
  readonly audience: string;
}

/**
 * That a text sends people to addresses and handles that stand in no wish of the caller's; nothing where it does not. One
 * from material may be somebody else's advertisement, one from nowhere is made up: both may be right, so it is told alone.
 */
export function unaskedContactIn(
  text: string,
  { wishes, audience }: ContactWishes,
  place: Pick<Finding, 'path' | 'sceneId'>,
): Finding<'unasked_contact'>[] {
  const foreign = foreignContacts(text, wishes);
  if (foreign.length === 0) return [];
  return [
    {
      name: 'unasked_contact',
      ok: false,
      value: foreign.length,
      limit: 0,
      unit: 'contacts',
      ...place,
      message: `"${foreign.join('", "')}" stands in no wish of the request: look whether ${audience} shall be sent there.`,
      severity: 'report',
    },
  ];
}
