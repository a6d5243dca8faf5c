import { readFileSync } from 'node:fs';
import { Findings } from '../../finding.ts';
import { Section, type Reading } from '../../reading/section.ts';
import { readYaml } from '../../yaml/read-yaml.ts';
import { asRegExp } from './as-reg-exp.ts';
import { readCategories } from './content-categories.ts';
import type { BlockedWord, ContentFilterSettings, FilterPattern, GuardAction } from './guardrail.ts';
import { prebuiltPatterns, type PrebuiltPattern } from './prebuilt-patterns.ts';

/** LiteLLM's (1.108.7, `litellm_content_filter`), where nobody says what stands for what was found. */
const PATTERN_MASK = '[{pattern_name}_REDACTED]';
const KEYWORD_MASK = '[KEYWORD_REDACTED]';

/** What LiteLLM's filter has beside patterns, words and categories, and is not done here: a filter that needs it does not run. */
const UNSERVED = ['competitor_intent_config', 'image_model'];

/** `litellm_content_filter`: patterns, words and categories of them. */
export function readContentFilter(params: Section, reading: Reading): ContentFilterSettings {
  for (const key of UNSERVED) {
    const value = params.values[key];
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
    params.findings.error(
      params.at(key),
      'is not looked for here',
      'list patterns, categories or blocked_words instead',
    );
  }
  return {
    provider: 'litellm_content_filter',
    patterns: entriesOf(params, 'patterns', reading).flatMap((entry) => readPattern(entry) ?? []),
    blockedWords: [...entriesOf(params, 'blocked_words', reading), ...entriesOfFile(params, reading)].flatMap(
      (entry) => readWord(entry) ?? [],
    ),
    categories: readCategories(params, reading),
    patternMask: params.text('pattern_redaction_format') ?? PATTERN_MASK,
    keywordMask: params.text('keyword_redaction_tag') ?? KEYWORD_MASK,
  };
}

function entriesOf(params: Section, key: string, reading: Reading): Section[] {
  return params.list(key).map((value, index) => new Section(value, `${params.at(key)}[${index}]`, reading));
}

/** `blocked_words_file`: YAML with a list `blocked_words`. */
function entriesOfFile(params: Section, reading: Reading): Section[] {
  const file = params.text('blocked_words_file');
  if (file === undefined) return [];
  try {
    const findings = new Findings();
    const words = new Section(readYaml(readFileSync(file, 'utf8'), file, findings), '', { ...reading, findings });
    if (!findings.hasErrors) return entriesOf(words, 'blocked_words', reading);
  } catch {
    // Told below, as what cannot be read as YAML is.
  }
  params.findings.error(
    params.at('blocked_words_file'),
    `${file} cannot be read`,
    'name a YAML file with blocked_words',
  );
  return [];
}

function readPattern(entry: Section): FilterPattern | undefined {
  const action = readAction(entry);
  if (entry.text('pattern_type') !== 'prebuilt') {
    const name = entry.text('name') ?? entry.text('pattern_name') ?? 'custom_regex';
    return patternOf(entry, name, entry.text('pattern'), action);
  }
  const name = entry.text('pattern_name');
  const known = name === undefined ? undefined : prebuiltPatterns.get(name);
  if (known !== undefined) return prebuiltOf(entry, name ?? '', known, action);
  const names = [...prebuiltPatterns.keys()].join(', ');
  entry.findings.error(
    entry.at('pattern_name'),
    `"${name}" is no pattern that is looked for here`,
    `write one of ${names}, or a regex`,
  );
  return undefined;
}

function prebuiltOf(
  entry: Section,
  name: string,
  { pattern, near, takesWordsForDigits }: PrebuiltPattern,
  action: GuardAction | undefined,
): FilterPattern | undefined {
  const plain = patternOf(entry, name, pattern, action);
  const keyword = near === undefined ? undefined : asRegExp(near);
  return plain && keyword ? { ...plain, near: { keyword, takesWordsForDigits } } : plain;
}

function patternOf(
  entry: Section,
  name: string,
  source: string | undefined,
  action: GuardAction | undefined,
): FilterPattern | undefined {
  if (source === undefined) {
    entry.findings.error(entry.at('pattern'), 'is missing', 'write a regular expression');
    return undefined;
  }
  const pattern = asRegExp(source);
  if (!pattern) entry.findings.error(entry.at('pattern'), 'is no regular expression', 'fix it');
  return pattern && action && { name, pattern, action };
}

function readWord(entry: Section): BlockedWord | undefined {
  const keyword = entry.text('keyword');
  const action = readAction(entry);
  if (keyword === undefined || keyword === '') {
    entry.findings.error(entry.at('keyword'), 'is missing', 'write the word');
    return undefined;
  }
  return action && { keyword, action, description: entry.text('description') };
}

function readAction(entry: Section): GuardAction | undefined {
  const action = entry.text('action')?.toUpperCase();
  if (action === 'BLOCK' || action === 'MASK') return action;
  entry.findings.error(entry.at('action'), 'is not BLOCK or MASK', 'write BLOCK or MASK');
  return undefined;
}
