import { CLOSING, OPENING, withoutMarks } from './material.ts';

/** Findings that quote the caller's own words, which the model has to use or to leave. */
const OF_THE_CALLER: ReadonlySet<string> = new Set(['must_include', 'avoid']);

/** From the first quotation mark to the last: what is quoted may have some of its own. */
const QUOTED = /"(.*)"/su;

/**
 * What was found, as it stands in a question. A finding quotes what a model wrote, and that may be what somebody else
 * wants it to do: it stands between the marks of material, like everything that others wrote.
 */
export function faultsText(findings: readonly { readonly name: string; readonly message: string }[]): string {
  return findings.map(faultText).join(' ');
}

function faultText({ name, message }: { readonly name: string; readonly message: string }): string {
  const safe = withoutMarks(message);
  if (OF_THE_CALLER.has(name)) return safe;
  return safe.replace(QUOTED, (_, quoted: string) => `${OPENING} ${quoted} ${CLOSING}`);
}
