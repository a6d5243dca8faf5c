// Writes apps/gateway/src/litellm/routes.generated.json: of a release of LiteLLM's proxy the routes that this gateway does
// not have for now, by what they are for, all others, and the groups of routes that keys may be held to.
//
//   pip download --no-deps litellm==1.108.7 && unzip -q litellm-1.108.7-*.whl -d LITELLM
//   node runtime/bootstrap.mjs run apps/gateway/scripts/generate-litellm-routes.ts LITELLM/litellm 1.108.7 2026-11-29
//
// The last argument is the day on which the release was read.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const routesFile = fileURLToPath(new URL('../src/litellm/routes.generated.json', import.meta.url));
const listScript = fileURLToPath(new URL('list-litellm-routes.py', import.meta.url));

const [folder, release, day] = process.argv.slice(2);
if (folder === undefined || release === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-litellm-routes.ts FOLDER RELEASE YYYY-MM-DD\n');
  process.exit(2);
}

const text = execFileSync('python3', [listScript, folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const source = {
  generator: 'apps/gateway/scripts/generate-litellm-routes.ts',
  package: `litellm ${release} (PyPI)`,
  readOn: day,
};
type ByName = Readonly<Record<string, readonly string[]>>;
const listed = JSON.parse(text) as {
  readonly unserved: ByName;
  readonly others: readonly string[];
  readonly groups: ByName;
};
writeFileSync(routesFile, `${JSON.stringify({ source, ...listed }, null, 2)}\n`);
