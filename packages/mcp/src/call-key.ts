import { hash } from 'node:crypto';

/** The same for equal arguments in any order, so that a call that is made again meets the work of the first. */
export function callKey(tool: string, input: unknown): string {
  return `mcp-${hash('sha256', JSON.stringify([tool, input], sorted), 'base64url')}`;
}

function sorted(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
