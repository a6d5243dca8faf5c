import type { Finding } from '@showrunner/recipes';

/** Servers and proxies take 8 KB of headers in all; what is beyond is counted. */
const MOST_ITEMS = 30;

/**
 * Findings as a header, a list of structured fields (RFC 9651):
 * `cue_reading_speed;value=31.2;limit=20;unit="characters/s";path="cues[3]", more;count=7`.
 */
export function exportChecks(findings: readonly Finding[]): string {
  const rest = findings.length - MOST_ITEMS;
  return [...findings.slice(0, MOST_ITEMS).map(itemOf), ...(rest > 0 ? [`more;count=${rest}`] : [])].join(', ');
}

function itemOf({ name, value, limit, unit, path }: Finding): string {
  const parameters = { value, limit, unit, path: path ?? null };
  return [
    name,
    ...Object.entries(parameters).flatMap(([key, one]) => (one === null ? [] : [`${key}=${bareItem(one)}`])),
  ].join(';');
}

/** A decimal has at most three digits behind its point; a string is ASCII. */
function bareItem(value: string | number): string {
  if (typeof value === 'number') return String(Number(value.toFixed(3)));
  return `"${value.replace(/[^\x20-\x7E]/g, '?').replace(/["\\]/g, String.raw`\$&`)}"`;
}
