import { z } from 'zod';

/** A whole number between two bounds, both included. */
export function wholeNumber(minimum: number, maximum: number) {
  return z.coerce
    .number({ error: 'a whole number is needed' })
    .int({ error: 'a whole number is needed' })
    .min(minimum, { error: `at least ${minimum}` })
    .max(maximum, { error: `at most ${maximum}` });
}

/** A TCP port; 0 lets the system choose one. */
export function port() {
  return wholeNumber(0, 65_535);
}

/** `true`, `1`, `yes`, `on` or `false`, `0`, `no`, `off`. */
export function flag() {
  return z.stringbool({ error: 'allowed: true, false' });
}

/** An address of a service, `http://` or `https://` unless other protocols are named. */
export function address(...protocols: readonly string[]) {
  const allowed = protocols.length > 0 ? protocols : ['http', 'https'];
  return z.url({
    protocol: new RegExp(`^(${allowed.join('|')})$`),
    error: `an address that begins with ${allowed.map((name) => `${name}://`).join(' or ')} is needed`,
  });
}

/** Origins of web pages between commas, as browsers write them: `https://studio.example`, with a port where it is not the usual one. */
export function origins() {
  return commaSeparated().refine((list) => list.every((origin) => origin === '*' || isOrigin(origin)), {
    error: 'origins are needed, between commas: https://studio.example, without a path; or * for all',
  });
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}

/** Names of hosts, with or without a port, between commas. */
export function hosts() {
  return commaSeparated().refine((list) => list.every((host) => /^[\w.-]+(:\d+)?$/.test(host)), {
    error: 'names of hosts are needed, between commas, without http://',
  });
}

/** Names of whatever kind, between commas. */
export function names() {
  return commaSeparated();
}

function commaSeparated() {
  return z.string().transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
}
