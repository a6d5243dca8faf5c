// Writes packages/models/src/openai-params.generated.json: which of OpenAI's parameters each model of the table takes, as
// LiteLLM's own `get_supported_openai_params` says it. Many models share one list, so each list is written once. It needs
// a Python with LiteLLM in it; the last argument is the day on which it was asked:
//
//   pip install 'litellm==1.108.7'
//   node runtime/bootstrap.mjs run scripts/generate-openai-params.ts venv/bin/python 2026-11-29
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../packages/models/src/', import.meta.url);
const paramsFile = fileURLToPath(new URL('openai-params.generated.json', folder));

const [python, day] = process.argv.slice(2);
if (python === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-openai-params.ts PYTHON YYYY-MM-DD\n');
  process.exit(2);
}

/** Answers, for each vendor and model on standard input, with the list, or with null where LiteLLM has none. */
const ASK = `
import importlib.metadata, json, os, sys
os.environ["LITELLM_LOCAL_MODEL_COST_MAP"] = "True"
out, sys.stdout = sys.stdout, sys.stderr
import litellm
litellm.suppress_debug_info = True
def listed(vendor, model, mode):
    if mode == "embedding" and vendor in ("openai", "azure"):
        # Its list is that of chat; what it refuses stands in litellm/utils.py, get_optional_params_embeddings.
        return [*(["dimensions"] if "text-embedding-3" in model else []), "encoding_format", "user"]
    kind = "embeddings" if mode == "embedding" else "chat_completion"
    try:
        return litellm.get_supported_openai_params(model=model, custom_llm_provider=vendor, request_type=kind)
    except Exception:
        return None
asked = json.load(sys.stdin)
json.dump({
    "version": importlib.metadata.version("litellm"),
    "lists": [listed(*one) for one in asked],
}, out)
`;

interface Table {
  readonly models: Readonly<Record<string, Readonly<Record<string, { readonly mode?: string }>>>>;
}

interface Said {
  readonly version: string;
  readonly lists: readonly (readonly string[] | null)[];
}

const { models } = JSON.parse(readFileSync(new URL('model-table.generated.json', folder), 'utf8')) as Table;
const asked = Object.entries(models).flatMap(([vendor, known]) =>
  Object.entries(known)
    .filter(([, { mode = 'chat' }]) => ['chat', 'responses', 'embedding'].includes(mode))
    .map(([model, { mode = 'chat' }]) => [vendor, model, mode] as const),
);
const said = JSON.parse(
  execFileSync(python, ['-c', ASK], {
    input: JSON.stringify(asked),
    maxBuffer: 1 << 28,
    stdio: ['pipe', 'pipe', 'ignore'],
  }).toString(),
) as Said;

const lists: string[] = [];
const byVendor: Record<string, Record<string, number>> = {};
for (const [position, [vendor, model]] of asked.entries()) {
  const list = said.lists[position];
  if (!list || list.length === 0) continue;
  const written = JSON.stringify(list);
  if (!lists.includes(written)) lists.push(written);
  (byVendor[vendor] ??= {})[model] = lists.indexOf(written);
}

const source = {
  generator: 'scripts/generate-openai-params.ts',
  package: `litellm ${said.version} (PyPI)`,
  readOn: day,
};
const vendors = Object.entries(byVendor).map(
  ([vendor, known]) => `    ${JSON.stringify(vendor)}: ${JSON.stringify(known)}`,
);
writeFileSync(
  paramsFile,
  `{
  "source": ${JSON.stringify(source)},
  "lists": [
${lists.map((list) => `    ${list}`).join(',\n')}
  ],
  "models": {
${vendors.join(',\n')}
  }
}
`,
);
