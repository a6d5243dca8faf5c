/** Names that lead to this machine or its network. */
const NOT_PUBLIC = /^(localhost|.*\.(localhost|local|internal|lan|home|intranet|cluster)|[^.]*)$/i;
const ADDRESS = /^\[|^\d+(\.\d+){0,3}$/;

/**
 * Whether an address is https under a public name: what is named by somebody who is no administrator must not lead into
 * the operator's network, and a certificate for a public name is what nobody within has.
 */
export function isPublicAddress(place: string): boolean {
  const url = URL.parse(place);
  return url?.protocol === 'https:' && !NOT_PUBLIC.test(url.hostname) && !ADDRESS.test(url.hostname);
}
