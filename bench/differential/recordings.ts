import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { LITELLM_VERSION } from '../peers/litellm.ts';
import type { CaseFile } from './case-file.ts';
import type { NotStarted, Observation } from './observation.ts';

/** What LiteLLM was seen to do with the cases of one file. */
export interface Recording {
  readonly litellm: string;
  /** The day, as ISO 8601 writes it. */
  readonly recorded: string;
  readonly cases: Readonly<Record<string, Observation | NotStarted>>;
}

/** The recording of a file; an empty one where there is none yet. */
export async function readRecording(file: CaseFile): Promise<Recording> {
  const text = await readFile(placeOf(file), 'utf8').catch(() => undefined);
  return text === undefined ? { litellm: LITELLM_VERSION, recorded: '', cases: {} } : (JSON.parse(text) as Recording);
}

export async function writeRecording(file: CaseFile, cases: Recording['cases']): Promise<void> {
  const recording: Recording = { litellm: LITELLM_VERSION, recorded: new Date().toISOString().slice(0, 10), cases };
  await mkdir(dirname(placeOf(file)), { recursive: true });
  await writeFile(placeOf(file), asText(recording));
}

/** JSON with a line for each case, so that a change shows which case it is. */
function asText({ cases, ...head }: Recording): string {
  const lines = Object.entries(cases).map(([title, one]) => `${JSON.stringify(title)}:${JSON.stringify(one)}`);
  return `${JSON.stringify(head).slice(0, -1)},"cases":{\n${lines.join(',\n')}\n}}\n`;
}

function placeOf({ area, name }: CaseFile): string {
  return join(import.meta.dirname, 'recordings', area, `${name}.generated.json`);
}
