import { parseDocument, type Document, type YAMLParseError } from 'yaml';
import { isMapping, kindOf, type Mapping } from '../../json/mapping.ts';
import type { Findings } from '../finding.ts';
import { reportDoubtfulPlaces } from './doubtful-places.ts';
import { pythonScalars } from './python-scalars.ts';

/** Far above any real file. What aliases stand for counts each time, so that no few lines become billions. */
const MOST_VALUES = 1_000_000;

/** How many lines of braces and brackets are moved to where YAML 1.2 wants them, and how much is read for it. */
const MOST_MOVED_LINES = 500;
const MOST_CHARACTERS_READ = 16 * 1024 * 1024;

/** After so many faults of its form nobody reads on. */
const MOST_PROBLEMS = 20;

/**
 * The settings in a text of YAML, read as PyYAML reads it where that is what was meant; what may be meant otherwise is
 * told. What is no YAML, or holds no settings, is an error that stops everything, and no setting at all.
 *
 * @param file how findings call it
 */
export function readYaml(text: string, file: string, findings: Findings): Mapping {
  const refuse = (message: string, fix: string): void => findings.error('', `${file} ${message}`, fix, 'everything');
  try {
    const document = parseAsPython(text);
    const problems = document.errors.filter(isRefused);
    for (const problem of problems.slice(0, MOST_PROBLEMS))
      refuse(`is no valid YAML: ${firstLine(problem)}`, fixOf(problem));
    for (const remark of document.warnings) findings.warning('', `${file}: ${firstLine(remark)}`, 'write plain values');
    if (problems.length > 0) return {};
    const value: unknown = document.toJS({ maxAliasCount: -1 });
    if (hasTooManyValues(value)) {
      refuse(`is refused: with what aliases stand for it holds over ${MOST_VALUES} values`, 'write repeated parts out');
      return {};
    }
    reportDoubtfulPlaces(document, findings);
    if (isMapping(value)) return value;
    if (value !== null) refuse(`holds ${kindOf(value)}, not settings`, 'start it with model_list:');
  } catch (error) {
    // An alias of nothing, or collections in one another without end.
    refuse(`is no valid YAML: ${error instanceof Error ? firstLine(error) : 'unreadable'}`, 'fix it, or write it anew');
  }
  return {};
}

/**
 * PyYAML does not ask how far the lines of a collection in braces or brackets and of a quoted text are indented: they are
 * moved until they fit. What does not become YAML so is left as it was written.
 */
function parseAsPython(text: string): Document.Parsed {
  const written = parse(text);
  const lines = text.split('\n');
  const margin = ' '.repeat(Math.max(...lines.map((line) => line.search(/\S|$/))) + 1);
  let document = written;
  const most = Math.min(MOST_MOVED_LINES, MOST_CHARACTERS_READ / Math.max(1, text.length));
  for (let moved = 0; moved < most; moved++) {
    const problem = document.errors.find(isRefused);
    if (!problem) return document;
    const row = lineTooFarLeft(problem);
    if (row === undefined || row >= lines.length) return written;
    lines[row] = margin + lines[row];
    document = parse(lines.join('\n'));
  }
  return written;
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, {
    merge: true,
    stringKeys: true,
    customTags: (tags) => [...pythonScalars, ...tags],
  });
}

/** A key that stands twice is told with its place. */
function isRefused({ code }: YAMLParseError): boolean {
  return code !== 'DUPLICATE_KEY';
}

/** The line, counted from 0, that YAML 1.2 wants further to the right. */
function lineTooFarLeft({ code, message, linePos }: YAMLParseError): number | undefined {
  const line = linePos?.[0].line;
  if (line === undefined) return undefined;
  if (code === 'BAD_INDENT' && message.startsWith('Flow ')) return line - 1;
  return code === 'MISSING_CHAR' && message.startsWith('Missing closing') ? line : undefined;
}

function firstLine({ message }: { readonly message: string }): string {
  return message.split('\n')[0] ?? '';
}

function fixOf({ code }: YAMLParseError): string {
  return code === 'TAB_AS_INDENT' ? 'indent that line with spaces' : 'fix that line; check its indentation';
}

/** Not by recursion: a value may hold itself. */
function hasTooManyValues(root: unknown): boolean {
  const open: unknown[] = [root];
  let count = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (++count + open.length > MOST_VALUES) return true;
    if (value !== null && typeof value === 'object') for (const item of Object.values(value)) open.push(item);
  }
  return false;
}
