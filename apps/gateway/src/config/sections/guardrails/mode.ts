import { isMapping } from '../../../json/mapping.ts';
import type { Section } from '../../reading/section.ts';
import { GUARD_EVENTS, type GuardEvent, type GuardMode } from './guardrail.ts';

/** LiteLLM's events of what is not served here, so that nothing ever meets a guardrail at them. */
const UNSERVED = new Set(['pre_mcp_call', 'during_mcp_call', 'post_mcp_call', 'realtime_input_transcription']);

/** `mode`: an event, a list of them, or `{tags: {tag: event}, default: event}`. Each one where nothing is said. */
export function readMode(params: Section): GuardMode {
  const { mode } = params.values;
  if (!isMapping(mode)) return { usual: readEvents(params, 'mode', mode), byTag: new Map() };
  const section = params.section('mode');
  const tags = Object.entries(section.section('tags').values);
  const events = tags.map(([tag, value]) => [tag, readEvents(section, `tags.${tag}`, value)] as const);
  return { usual: readEvents(section, 'default', section.values.default ?? []), byTag: new Map(events) };
}

function readEvents(section: Section, key: string, value: unknown): readonly GuardEvent[] {
  if (value === undefined || value === null || value === '') return GUARD_EVENTS;
  const named = [value].flat().map((name) => (typeof name === 'string' ? name : JSON.stringify(name)));
  const events = GUARD_EVENTS.filter((event) => named.includes(event));
  for (const name of named) {
    if (GUARD_EVENTS.some((event) => event === name) || UNSERVED.has(name)) continue;
    const known = GUARD_EVENTS.join(', ');
    section.findings.error(section.at(key), `"${name}" is no time to look`, `write one of ${known}`, 'everything');
  }
  return events;
}
