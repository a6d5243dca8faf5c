import { existsSync, readFileSync } from 'node:fs';

/** An answer in a vendor's own wire, whole and as the events of a stream. */
export interface Fixture {
  json: object;
  events: object[];
}

/** Vendors that serve another's models, and answer as that one does. */
const answeringAs: Readonly<Record<string, string>> = { bedrock: 'anthropic', vertex_ai: 'anthropic' };

/** The vendor's own answer, or OpenAI's where the vendor has none of its own. */
export function readFixture(vendor: string, scenario: string): Fixture {
  const folder = hasOwnFixture(vendor, scenario) ? (answeringAs[vendor] ?? vendor) : 'openai';
  return {
    json: JSON.parse(readFileSync(fixtureUrl(folder, `${scenario}.json`), 'utf8')) as object,
    events: readFileSync(fixtureUrl(folder, `${scenario}.chunks.txt`), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object),
  };
}

/** Whether a vendor's wire is its own. */
export function hasOwnWire(vendor: string): boolean {
  return answeringAs[vendor] === undefined && hasOwnFixture(vendor, 'text');
}

export function hasOwnFixture(vendor: string, scenario: string): boolean {
  return existsSync(fixtureUrl(answeringAs[vendor] ?? vendor, `${scenario}.json`));
}

/** The frames of a stream as the vendor's server sends them: Anthropic names its events, OpenAI ends with `[DONE]`. */
export function streamFrames(events: readonly object[]): object[] {
  return events.map((data) => ('type' in data && !('choices' in data) ? { event: data.type, data } : data));
}

function fixtureUrl(vendor: string, file: string): URL {
  return new URL(`../${vendor}/__fixtures__/${file}`, import.meta.url);
}
