// Writes packages/providers/src/anthropic-wire/betas.generated.json: which of Anthropic's betas its models have at other
// vendors, and under which name. The source is the list in a release of LiteLLM:
//
//   pip download --no-deps litellm==1.108.7
//   node runtime/bootstrap.mjs run packages/providers/scripts/generate-anthropic-betas.ts litellm-1.108.7-….whl
//
// Needs `unzip`, because a wheel is a zip file.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const list = 'litellm/anthropic_beta_headers_config.json';
const vendors = ['bedrock', 'vertex_ai'] as const;

const [wheel] = process.argv.slice(2);
if (wheel === undefined) throw new Error('Name the wheel.');
const read = JSON.parse(execFileSync('unzip', ['-p', wheel, list], { encoding: 'utf8' })) as Record<
  string,
  Record<string, string | null>
>;
const betas = Object.fromEntries(vendors.map((vendor) => [vendor, namedBetas(read[vendor] ?? {})]));
const source = {
  generator: 'packages/providers/scripts/generate-anthropic-betas.ts',
  file: `${basename(wheel)}: ${list}`,
};
writeFileSync(
  new URL('../src/anthropic-wire/betas.generated.json', import.meta.url),
  `${JSON.stringify({ source, ...betas }, null, 2)}\n`,
);

/** A beta without a name is one that the vendor refuses. */
function namedBetas(all: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).flatMap(([beta, name]) => (name === null ? [] : [[beta, name]])));
}
