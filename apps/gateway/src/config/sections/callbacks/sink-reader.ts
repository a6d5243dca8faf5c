import type { Section } from '../../reading/section.ts';
import type { SinkSettings } from './callback.ts';

/** Reads where the events of a callback go; nothing, and a finding, where that is not said. */
export type SinkReader = (settings: Section) => SinkSettings | undefined;

/** `name=value,other=value`. */
export function headersIn(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at <= 0 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
  });
  return Object.fromEntries(pairs);
}

/** Tells what is missing of a sink, which is told nothing then. */
export function missing(settings: Section, key: string, variable: string | undefined): undefined {
  const fix = variable === undefined ? 'write it' : `set ${variable}`;
  settings.findings.warning(settings.at(key), 'is missing, so this callback is told nothing', fix);
  return undefined;
}
