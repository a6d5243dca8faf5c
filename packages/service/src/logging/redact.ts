import type { Secret } from '../secret.ts';

const SHOWN = '[redacted]';

/** Members whose text is never written, at any depth: `"authorization":"…"`, `"openai_api_key":"…"`, `"set-cookie":[…]`. */
const secretMembers =
  /"((?:proxy-)?authorization|(?:set-)?cookie|[\w-]*(?:api[_-]?key|password|secret|(?:access|refresh|auth)[_-]?token))":(?:"(?:[^"\\]|\\.)*"|\[[^\]]*\])/gi;

/** What keys look like inside other text, such as an upstream's error message: `sk-…`, `Bearer …`, `//user:password@`. */
const secretShapes = /\bsk-[\w-]{6,}|(?<=\bBearer )[\w.~+/=-]{6,}|(?<=:\/\/[^\s/@:"]*:)[^\s/@"]+(?=@)/g;

/** Nothing of the two can match without one of these; most lines have none, and this is the quicker search. */
const worthALook = /author|cookie|key|password|secret|token|sk-|Bearer|:\/\//i;

/** A shorter value would strike out ordinary words. */
const SHORTEST_KNOWN_SECRET = 6;

/**
 * Strikes secrets out of a finished line of JSON, whoever wrote it and however deep they stand: a log is read by more
 * people than may know a key.
 */
export function createRedactor(secrets: readonly Secret[] = []): (line: string) => string {
  const known = secrets
    .map((secret) => JSON.stringify(secret.reveal()).slice(1, -1))
    .filter((text) => text.length >= SHORTEST_KNOWN_SECRET)
    .sort((one, other) => other.length - one.length);
  return (line) => {
    let clean = worthALook.test(line)
      ? line.replace(secretMembers, `"$1":"${SHOWN}"`).replace(secretShapes, SHOWN)
      : line;
    for (const text of known) clean = clean.replaceAll(text, SHOWN);
    return clean;
  };
}
