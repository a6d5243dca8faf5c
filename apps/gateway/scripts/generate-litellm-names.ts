// Writes apps/gateway/src/litellm/names.generated.json: the names that LiteLLM keeps for itself in a deployment's parameters
// and in a request, as its own code lists them, the settings that it reads of a file, and the members that OpenAI's chat API
// has by OpenAI's own Python package.
//
//   python3 -m venv VENV && VENV/bin/pip install litellm==1.110.2 fastapi orjson
//   node runtime/bootstrap.mjs run apps/gateway/scripts/generate-litellm-names.ts VENV/bin/python 2026-11-28
//
// The second argument is the day on which the release was read.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const namesFile = fileURLToPath(new URL('../src/litellm/names.generated.json', import.meta.url));
const listScript = fileURLToPath(new URL('list-litellm-names.py', import.meta.url));

interface ListedNames {
  readonly litellm: string;
  readonly openai: string;
  readonly internalPrefix: string;
  readonly parameters: readonly string[];
  readonly requestControls: readonly string[];
  readonly openAiChatMembers: readonly string[];
  /** Keys of a file's sections. */
  readonly settings: Readonly<Record<string, readonly string[]>>;
  readonly commandLine: readonly object[];
  /** Variables of the environment. */
  readonly variables: readonly string[];
  readonly callbacks: readonly string[];
}

const [python, day] = process.argv.slice(2);
if (python === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-litellm-names.ts PYTHON YYYY-MM-DD\n');
  process.exit(2);
}

const { litellm, openai, ...names } = listNames(python);
const source = {
  generator: 'apps/gateway/scripts/generate-litellm-names.ts',
  packages: `litellm ${litellm} and openai ${openai} (PyPI)`,
  readOn: day,
};
writeFileSync(namesFile, `${JSON.stringify({ source, ...names }, null, 2)}\n`);

function listNames(interpreter: string): ListedNames {
  const text = execFileSync(interpreter, [listScript], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(text.slice(text.lastIndexOf('\n{') + 1)) as ListedNames;
}
