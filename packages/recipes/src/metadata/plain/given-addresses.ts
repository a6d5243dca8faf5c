import { plainDigits } from '../../language/numbers/read/fold.ts';
import { addressesIn } from '../../text/contacts/addresses.ts';
import { phoneNumbersIn } from '../../text/contacts/phone-numbers.ts';
import type { MetadataInput } from '../schema.ts';

const given = new WeakMap<MetadataInput, readonly string[]>();

/** The first of a text's addresses and telephone numbers that the caller named nowhere: a model has made it up. */
export function inventedAddress(text: string, input: MetadataInput): string | undefined {
  const address = addressesIn(text).find((found) => !isGiven(bare(found.text), input))?.text;
  return address ?? phoneNumbersIn(text).find((number) => !isKnownNumber(number, input));
}

function isKnownNumber(number: string, { title, keywords, cta = '', material }: MetadataInput): boolean {
  const known = [title, ...keywords, cta, material].map(dialled).join(' ');
  return known.includes(dialled(number));
}

/** A number without what stands between its figures. */
function dialled(text: string): string {
  return plainDigits(text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** The very address, or the place that a longer one of the caller's is in. */
function isGiven(address: string, input: MetadataInput): boolean {
  return addressesOf(input).some(
    (known) => known === address || (known.startsWith(address) && /^[/?#:]/.test(known.slice(address.length))),
  );
}

function addressesOf(input: MetadataInput): readonly string[] {
  let addresses = given.get(input);
  if (addresses === undefined) {
    const { links, title, keywords, cta = '', material } = input;
    const texts = [title, ...keywords, cta, material].flatMap((text) => addressesIn(text).map((found) => found.text));
    addresses = [...links, ...texts].map(bare);
    given.set(input, addresses);
  }
  return addresses;
}

function bare(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)?(?:www\.)?/, '')
    .replace(/\/$/, '');
}
