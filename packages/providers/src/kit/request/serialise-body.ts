import type { Vendor } from '../../spec/adapter.ts';
import { refusedRequest } from '../failure/failures.ts';
import type { JsonObject } from '../json.ts';

/** A body as JSON; members that are undefined are left out. Throws a 400 where one is too deep to be written. */
export function serialiseBody(vendor: Vendor, body: JsonObject): string {
  try {
    return JSON.stringify(body);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const member = Object.keys(body).find((name) => isTooDeep(body[name])) ?? 'request_body';
    throw refusedRequest(vendor, `${member} is nested too deeply`, member);
  }
}

function isTooDeep(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return false;
  } catch {
    return true;
  }
}
