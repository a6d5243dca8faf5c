import { badRequest } from '../failure/gateway-error.ts';

/** Nobody encodes a path more often than this in good faith. */
const MOST_DECODINGS = 3;

/** What may stand in a path as it is sent (RFC 3986, 3.3): anything visible but what begins a query or a fragment, or is taken for a slash. */
const PLAIN = /^[!$%&'()*+,\-./:;=@~\w[\]|^`{}]*$/;

/** `.` and `..`, also as those write them who allow parameters behind each part. */
const STEP = /^\.{1,2}(;|$)/;

/** What some servers take for a slash, or for the end of a line. */
const UNPLAIN = /[\\\p{Cc}]/u;

/**
 * What stands in a request's target behind a path of this gateway, with its first slash, as it goes on to a vendor; empty
 * where nothing does. It stays below the vendor's address however that reads it: throws a 400 for steps upwards, encoded
 * or not, and for characters that some take for slashes. Empty parts are left out, as LiteLLM leaves them out.
 */
export function subpathOf(path: string, passage: string): string {
  const rest = path.slice(passage.length);
  const [, ...parts] = rest.split('/');
  if (!PLAIN.test(rest) || parts.some(leadsAstray)) {
    throw badRequest('The path holds what may not be passed through: a step upwards, or a character that is not plain');
  }
  const kept = parts.filter((part) => part !== '');
  if (kept.length === 0) return '';
  return `/${kept.join('/')}${parts.at(-1) === '' ? '/' : ''}`;
}

/** Whether a part is a step upwards to somebody who decodes it, once or again. */
function leadsAstray(part: string): boolean {
  let decoded = part;
  for (let times = 0; times < MOST_DECODINGS; times++) {
    if (decoded.split(/[/\\]/).some((each) => STEP.test(each)) || UNPLAIN.test(decoded)) return true;
    const further = decode(decoded);
    if (further === undefined) return true;
    if (further === decoded) return false;
    decoded = further;
  }
  return true;
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
