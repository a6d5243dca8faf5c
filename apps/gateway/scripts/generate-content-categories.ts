// Writes apps/gateway/src/litellm/content-categories.generated.json: the categories and policy templates that LiteLLM's content
// filter brings along, as a release of its package has them, which lies outside its `enterprise` folder under the MIT licence.
// They are lists of what is to be refused, and hold such words.
//
//   pip download --no-deps litellm==1.108.7 && unzip -q litellm-1.108.7-*.whl -d LITELLM
//   node runtime/bootstrap.mjs run apps/gateway/scripts/generate-content-categories.ts LITELLM/litellm 1.108.7 2026-11-30
//
// The last argument is the day on which the release was read.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const writtenFile = fileURLToPath(new URL('../src/litellm/content-categories.generated.json', import.meta.url));
const DATA = 'proxy/guardrails/content_filter_data';

/** What says nothing of what is looked for. */
const UNREAD = new Set(['category_name', 'description', 'display_name', 'id', 'tags']);

const [folder, release, day] = process.argv.slice(2);
if (folder === undefined || release === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-content-categories.ts FOLDER RELEASE YYYY-MM-DD\n');
  process.exit(2);
}

const files = ['categories', 'policy_templates'].flatMap((kind) =>
  readdirSync(join(folder, DATA, kind))
    .filter((file) => /\.(yaml|json)$/.test(file))
    .toSorted()
    .map((file): [string, unknown] => [`${kind}/${file}`, documentOf(join(folder, DATA, kind, file))]),
);
const source = {
  generator: 'apps/gateway/scripts/generate-content-categories.ts',
  package: `litellm ${release} (PyPI), ${DATA}`,
  licence: 'MIT, Copyright (c) 2023 Berri AI',
  readOn: day,
};
writeFileSync(writtenFile, `${JSON.stringify({ source, files: Object.fromEntries(files) }, undefined, 1)}\n`);

function documentOf(file: string): unknown {
  const document: unknown = parse(readFileSync(file, 'utf8'), { version: '1.1' });
  return Array.isArray(document) ? document.map(read) : read(document);
}

function read(document: unknown): unknown {
  return Object.fromEntries(Object.entries(document as object).filter(([name]) => !UNREAD.has(name)));
}
