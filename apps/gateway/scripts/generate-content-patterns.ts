// Writes apps/gateway/src/litellm/content-patterns.generated.json: the patterns that LiteLLM's content filter knows by name,
// as a release of its package has them, which lies outside its `enterprise` folder under the MIT licence.
//
//   pip download --no-deps litellm==1.108.7 && unzip -q litellm-1.108.7-*.whl -d LITELLM
//   node runtime/bootstrap.mjs run apps/gateway/scripts/generate-content-patterns.ts LITELLM/litellm 1.108.7 2026-11-30
//
// The last argument is the day on which the release was read.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const writtenFile = fileURLToPath(new URL('../src/litellm/content-patterns.generated.json', import.meta.url));
const PATTERNS = 'proxy/guardrails/guardrail_hooks/litellm_content_filter/patterns.json';

interface Pattern {
  readonly name: string;
  readonly pattern: string;
  readonly keyword_pattern?: string;
  readonly allow_word_numbers?: boolean;
}

const [folder, release, day] = process.argv.slice(2);
if (folder === undefined || release === undefined || day === undefined || !/^\d{4}-\d\d-\d\d$/.test(day)) {
  process.stderr.write('usage: generate-content-patterns.ts FOLDER RELEASE YYYY-MM-DD\n');
  process.exit(2);
}

const { patterns } = JSON.parse(readFileSync(join(folder, PATTERNS), 'utf8')) as { patterns: readonly Pattern[] };
const source = {
  generator: 'apps/gateway/scripts/generate-content-patterns.ts',
  package: `litellm ${release} (PyPI), ${PATTERNS}`,
  licence: 'MIT, Copyright (c) 2023 Berri AI',
  readOn: day,
};
const known = patterns.map(({ name, pattern, keyword_pattern: near, allow_word_numbers: hasWords }) => ({
  name,
  pattern,
  ...(near !== undefined && { near }),
  ...(hasWords === true && { takesWordsForDigits: true }),
}));
writeFileSync(writtenFile, `${JSON.stringify({ source, patterns: known }, null, 2)}\n`);
