// Writes packages/models/src/model-table.generated.json: what models cost and can do, for the vendors that have an adapter.
// The source are the tables inside releases of LiteLLM, so that costs agree with what its users are used to. Those that come
// later win; what only an earlier one has is kept, for vendors serve models that a release has dropped already:
//
//   pip download --no-deps litellm==1.90.0
//   pip download --no-deps litellm==1.108.7
//   node runtime/bootstrap.mjs run scripts/generate-model-table.ts litellm-1.90.0-*.whl litellm-1.108.7-*.whl 2026-11-29
//
// The last argument is the day on which the releases were read. Needs `unzip`, because a wheel is a zip file.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isPriceMember } from '../packages/models/src/index.ts';
import { findProvider } from '../packages/providers/src/index.ts';

type JsonObject = Record<string, unknown>;

const tableFile = fileURLToPath(new URL('../packages/models/src/model-table.generated.json', import.meta.url));

const tablePath = 'litellm/model_prices_and_context_window_backup.json';

/** Members kept beside prices. */
const keptMembers = new Set([
  'mode',
  'max_input_tokens',
  'max_output_tokens',
  'deprecation_date',
  'supports_function_calling',
  'supports_parallel_function_calling',
  'supports_tool_choice',
  'supports_vision',
  'supports_pdf_input',
  'supports_response_schema',
  'supports_system_messages',
  'supports_reasoning',
  'supports_prompt_caching',
  'supports_adaptive_thinking',
  'supports_sampling_params',
  'supports_none_reasoning_effort',
]);

const wheels = process.argv.slice(2, -1);
const day = process.argv.at(-1);
if (wheels.length === 0 || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-model-table.ts WHEEL… YYYY-MM-DD\n');
  process.exit(2);
}

const models = modelsByProvider(Object.assign({}, ...wheels.map((wheel) => readTable(wheel))) as JsonObject);
writeFileSync(
  tableFile,
  `${JSON.stringify({ source: describeSource(wheels, day) }, null, 2).slice(0, -2)},\n  "models": ${formatModels(models)}\n}\n`,
);

function readTable(wheel: string): JsonObject {
  const table: unknown = JSON.parse(readFromWheel(wheel, tablePath));
  if (!isObject(table)) throw new Error(`${tablePath} of ${wheel} holds no table`);
  return table;
}

function readFromWheel(file: string, member: string): string {
  return execFileSync('unzip', ['-p', file, member], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function describeSource(files: readonly string[], readOn: string): JsonObject {
  const [newest = ''] = files.slice(-1);
  const license = readFromWheel(
    newest,
    `${basename(newest).split('-').slice(0, 2).join('-')}.dist-info/licenses/LICENSE`,
  );
  return {
    generator: 'scripts/generate-model-table.ts',
    file: `${files.map((file) => basename(file)).join(', ')}: ${tablePath}`,
    sha256: files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')).join(', '),
    readOn,
    unit: 'US dollars for one token, image, pixel, second, character, query or page',
    license: license.slice(license.indexOf('MIT License')).trim(),
  };
}

/** Vendor → model id as the vendor writes it → what is known. */
function modelsByProvider(entries: JsonObject): Map<string, Map<string, JsonObject>> {
  const byProvider = new Map<string, Map<string, JsonObject>>();
  for (const [name, entry] of Object.entries(entries)) {
    if (!isObject(entry) || typeof entry.mode !== 'string' || typeof entry.litellm_provider !== 'string') continue;
    const adapter = findVendor(entry.litellm_provider);
    if (adapter === undefined) continue;
    const provider = adapter.name;
    const model = name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name;
    if (adapter.refuses?.(model) !== undefined) continue;
    const known = byProvider.get(provider) ?? new Map<string, JsonObject>();
    known.set(model, kept(entry));
    byProvider.set(provider, known);
  }
  return new Map([...byProvider].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Some names in the table are no prefix of a model but kinds of models of one vendor: `vertex_ai-anthropic_models`. */
function findVendor(name: string): ReturnType<typeof findProvider> {
  return findProvider(name) ?? findProvider(name.slice(0, Math.max(0, name.indexOf('-'))));
}

function kept(entry: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entry).filter(([member]) => keptMembers.has(member) || isPriceMember(member)),
  );
}

/** One model a line, so that a diff between two releases can be read. */
function formatModels(byProvider: Map<string, Map<string, JsonObject>>): string {
  const providers = [...byProvider].map(([provider, known]) => {
    const lines = [...known]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([model, entry]) => `      ${JSON.stringify(model)}: ${JSON.stringify(entry)}`);
    return `    ${JSON.stringify(provider)}: {\n${lines.join(',\n')}\n    }`;
  });
  return `{\n${providers.join(',\n')}\n  }`;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
