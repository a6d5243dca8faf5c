// Writes packages/providers/src/litellm/vendors.generated.json: the vendors that a release of LiteLLM knows, where those of
// OpenAI's wire are and by which variables they are called, and the models whose vendor is known by their name alone.
//
//   python3 -m venv VENV && VENV/bin/pip install litellm==1.110.2 fastapi orjson
//   node runtime/bootstrap.mjs run packages/providers/scripts/generate-litellm-vendors.ts VENV/bin/python 2026-11-29
//
// The second argument is the day on which the release was read. A vendor with a folder of its own has no line here.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const vendorsFile = fileURLToPath(new URL('../src/litellm/vendors.generated.json', import.meta.url));
const listScript = fileURLToPath(new URL('list-litellm-vendors.py', import.meta.url));

interface Listed {
  readonly litellm: string;
  readonly vendors: readonly string[];
  readonly openAiWire: readonly { readonly name: string }[];
  readonly models: Readonly<Record<string, readonly string[]>>;
}

const [python, day] = process.argv.slice(2);
if (python === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-litellm-vendors.ts PYTHON YYYY-MM-DD\n');
  process.exit(2);
}

const text = execFileSync(python, [listScript], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const { litellm, vendors, openAiWire, models } = JSON.parse(text.slice(text.lastIndexOf('\n{') + 1)) as Listed;
const source = {
  generator: 'packages/providers/scripts/generate-litellm-vendors.ts',
  package: `litellm ${litellm} (PyPI)`,
  readOn: day,
};
const lines = (values: readonly object[]): string => values.map((value) => `\n    ${JSON.stringify(value)}`).join(',');
const withoutFolder = openAiWire.filter(
  ({ name }) => !existsSync(new URL(`../src/${name}/vendor.ts`, import.meta.url)),
);
const named = Object.entries(models).map(
  ([vendor, names]) => `\n    ${JSON.stringify(vendor)}: ${JSON.stringify(names)}`,
);
writeFileSync(
  vendorsFile,
  `{
  "source": ${JSON.stringify(source)},
  "vendors": ${JSON.stringify(vendors)},
  "openAiWire": [${lines(withoutFolder)}
  ],
  "models": {${named.join(',')}
  }
}
`,
);
