import { readFileSync } from 'node:fs';
import { isMapping, type Mapping } from '../../../json/mapping.ts';
import { Findings } from '../../finding.ts';
import { Section, type Reading } from '../../reading/section.ts';
import { readYaml } from '../../yaml/read-yaml.ts';
import { asRegExp } from './as-reg-exp.ts';
import type { ContentCategory, GuardAction } from './guardrail.ts';

const SEVERITIES = ['low', 'medium', 'high'];
/** Of figures in lists of LiteLLM's (`_load_category_file_json`, 1.108.7). */
const SEVERITY_OF_FIGURE: Readonly<Record<number, string>> = { 1: 'low', 2: 'medium', 3: 'high', 4: 'high' };
const USUAL_THRESHOLD = 'medium';

/** A name that is one of a file, and leads nowhere else. */
const PLAIN_NAME = /^[\w-]+$/;

/** Files that LiteLLM brings along: they are read where one is named. */
let bundled: Readonly<Record<string, unknown>> | undefined;

/** `categories` of a content filter. One that cannot be looked for is a finding: nothing goes unlooked at. */
export function readCategories(params: Section, reading: Reading): ContentCategory[] {
  const usual = severityOf(params, USUAL_THRESHOLD);
  return params.list('categories').flatMap((value, index) => {
    const entry = new Section(value, `${params.at('categories')}[${index}]`, reading);
    if (entry.flag('enabled') === false) return [];
    const name = entry.text('category');
    if (name === undefined || !PLAIN_NAME.test(name)) {
      entry.findings.error(
        entry.at('category'),
        'is no name of a category',
        `write one of ${bundledNames().join(', ')}`,
      );
      return [];
    }
    const document = documentOf(entry, name);
    return document === undefined ? [] : (categoryOf(entry, { name, document, usual }) ?? []);
  });
}

interface NamedDocument {
  readonly name: string;
  readonly document: unknown;
  /** How severe a word has to be where the entry does not say it. */
  readonly usual: string;
}

function categoryOf(entry: Section, { name, document, usual }: NamedDocument): ContentCategory | undefined {
  const threshold = severityOf(entry, usual);
  const isSevere = (severity: unknown): boolean =>
    SEVERITIES.indexOf(textOf(severity, 'high')) >= SEVERITIES.indexOf(threshold);
  const words = (list: unknown): ContentCategory['keywords'] =>
    wordsIn(list).filter(({ severity }) => isSevere(severity));
  const file = isMapping(document) ? document : { keywords: listedWords(document) };
  const action = actionOf(entry, file.default_action);
  if (action === undefined) return undefined;
  const { inherit_from: parent } = file;
  const inherited = typeof parent === 'string' ? (bundledFile(parent.replace(/\.(json|yaml)$/, '')) ?? []) : [];
  const ofParent = words(isMapping(inherited) ? inherited.keywords : listedWords(inherited));
  const blockWords = [...ofParent.map(({ keyword }) => keyword), ...textsIn(file.additional_block_words)];
  return {
    name,
    action,
    keywords: words(file.keywords),
    alwaysKeywords: words(file.always_block_keywords),
    exceptions: textsIn(file.exceptions),
    identifiers: blockWords.length === 0 ? [] : textsIn(file.identifier_words),
    blockWords,
    phrases: phrasesIn(entry, file.phrase_patterns),
  };
}

/** A file of the operator's, one that LiteLLM brings along by the end of its path, or that of the category's name. */
function documentOf(entry: Section, name: string): unknown {
  const file = entry.text('category_file');
  const known =
    file === undefined ? bundledFile(name) : filesOf()[/(?:categories|policy_templates)\/[^/]+$/.exec(file)?.[0] ?? ''];
  if (known !== undefined) return known;
  if (file === undefined) {
    const names = bundledNames().join(', ');
    entry.findings.error(
      entry.at('category'),
      `"${name}" is no category that is known here`,
      `write one of ${names}, or a category_file`,
    );
    return undefined;
  }
  try {
    const findings = new Findings();
    const document = readYaml(readFileSync(file, 'utf8'), file, findings);
    if (!findings.hasErrors && (isMapping(document) || Array.isArray(document))) return document;
  } catch {
    // Told below, as what cannot be read as YAML is.
  }
  entry.findings.error(entry.at('category_file'), `${file} cannot be read`, 'name a YAML file as LiteLLM has them');
  return undefined;
}

function filesOf(): Readonly<Record<string, unknown>> {
  if (bundled) return bundled;
  const text = readFileSync(new URL('../../../litellm/content-categories.generated.json', import.meta.url), 'utf8');
  bundled = (JSON.parse(text) as { files: Record<string, unknown> }).files;
  return bundled;
}

function bundledFile(name: string): unknown {
  return filesOf()[`categories/${name}.yaml`] ?? filesOf()[`categories/${name}.json`];
}

function bundledNames(): string[] {
  return Object.keys(filesOf()).flatMap((file) => /^categories\/(.+)\.\w+$/.exec(file)?.[1] ?? []);
}

/** A list of LiteLLM's with words between strokes and a figure for how severe they are. */
function listedWords(list: unknown): Mapping[] {
  return (Array.isArray(list) ? list : []).filter(isMapping).flatMap(({ match, severity }) => {
    const words = typeof match === 'string' ? match.split('|') : [];
    const name = SEVERITY_OF_FIGURE[Number(severity ?? 2)] ?? 'medium';
    return words.map((keyword) => ({ keyword, severity: name }));
  });
}

function wordsIn(list: unknown): ContentCategory['keywords'] {
  const found = new Map<string, string>();
  for (const one of Array.isArray(list) ? list : []) {
    if (!isMapping(one) || typeof one.keyword !== 'string') continue;
    const keyword = one.keyword.trim().toLowerCase();
    if (keyword !== '' && !found.has(keyword)) found.set(keyword, textOf(one.severity, 'high'));
  }
  return [...found].map(([keyword, severity]) => ({ keyword, severity }));
}

function textsIn(list: unknown): string[] {
  const texts = (Array.isArray(list) ? list : []).filter((one) => typeof one === 'string');
  return texts.map((text) => text.toLowerCase()).filter((text) => text !== '');
}

function phrasesIn(entry: Section, list: unknown): RegExp[] {
  return (Array.isArray(list) ? list : []).flatMap((source) => {
    const text = textOf(source, '(');
    const pattern = asRegExp(text);
    if (!pattern) entry.findings.error(entry.at('category_file'), `${text} is no regular expression`, 'fix it');
    return pattern ?? [];
  });
}

function severityOf(entry: Section, usual: string): string {
  const written = entry.text('severity_threshold')?.toLowerCase() ?? usual;
  if (SEVERITIES.includes(written)) return written;
  entry.findings.error(entry.at('severity_threshold'), `"${written}" is no severity`, `write ${SEVERITIES.join(', ')}`);
  return usual;
}

function actionOf(entry: Section, usual: unknown): GuardAction | undefined {
  const action = (entry.text('action') ?? textOf(usual, 'BLOCK')).toUpperCase();
  if (action === 'BLOCK' || action === 'MASK') return action;
  entry.findings.error(entry.at('action'), 'is not BLOCK or MASK', 'write BLOCK or MASK');
  return undefined;
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
