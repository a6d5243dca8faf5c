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

/** Names of hosts, with or without a port, between commas. */
export function hosts() {
  return z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((host) => host.trim())
        .filter((host) => host !== ''),
    )
    .refine((list) => list.every((host) => /^[\w.-]+(:\d+)?$/.test(host)), {
      error: 'names of hosts are needed, between commas, without http://',
    });
}
