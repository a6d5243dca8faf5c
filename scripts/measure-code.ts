// npm run measure:code: how long files and functions are, by app and package. `-- FOLDER` measures another checkout.
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A file or a function. */
interface Piece {
  readonly name: string;
  readonly file: string;
  readonly lines: number;
}

/** What oxlint tells of one function, as far as it is read here. */
interface Finding {
  readonly message: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

/** Tests, what only tests use, and what a program wrote. */
const NOT_SHIPPED = /^packages\/testkit\/|\/(__fixtures__|testing|conformance)\/|\.(test|conformance|generated)\.ts$/;

/** Functions of one or two lines are left out: they are as long as their formatting. */
const SHORTEST_FUNCTION = 3;

/** How many of the longest are named. */
const NAMED = 5;

const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
const files = shippedFiles();
const functions = shippedFunctions(new Set(files.map(({ file }) => file)));
const workspaces = [...new Set(files.map(({ file }) => workspaceOf(file)))].toSorted();

console.log(
  `${' '.repeat(24)} ${'files'.padStart(7)} ${figures('lines')}   ${'functions'.padStart(9)} ${figures('lines')}`,
);
for (const workspace of workspaces) {
  const isIn = ({ file }: Piece): boolean => workspaceOf(file) === workspace;
  printLine(workspace, files.filter(isIn), functions.filter(isIn));
}
printLine('in all', files, functions);
printLongest('The longest files', files);
printLongest('The longest functions', functions);

function shippedFiles(): Piece[] {
  return globSync('{apps,packages}/*/src/**/*.ts', { cwd: root })
    .filter((file) => !NOT_SHIPPED.test(file))
    .map((file) => ({ name: file, file, lines: readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length }));
}

/** Every function, method and arrow with a body, measured by the linter, so that no other parser is needed. */
function shippedFunctions(shipped: ReadonlySet<string>): Piece[] {
  return lintFindings()
    .filter(({ filename }) => shipped.has(filename))
    .map(({ message, filename, labels }) => {
      const [, name = 'a closure'] = /`(.+)`/.exec(message) ?? [];
      const [, lines] = /too many lines \((\d+)\)/.exec(message) ?? [];
      return { name: `${name}, ${filename}:${labels[0]?.span.line}`, file: filename, lines: Number(lines) };
    });
}

function lintFindings(): readonly Finding[] {
  const folder = mkdtempSync(join(tmpdir(), 'measure-code-'));
  const config = join(folder, 'oxlintrc.json');
  const rules = { 'max-lines-per-function': ['warn', { max: SHORTEST_FUNCTION - 1 }] };
  writeFileSync(config, JSON.stringify({ plugins: [], categories: { correctness: 'off' }, rules }));
  const oxlint = join(import.meta.dirname, '../node_modules/oxlint/bin/oxlint');
  const argv = [oxlint, '--config', config, '--format', 'json', 'apps', 'packages'];
  const answer = execFileSync(process.execPath, argv, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(folder, { recursive: true });
  return (JSON.parse(answer) as { readonly diagnostics: readonly Finding[] }).diagnostics;
}

function workspaceOf(file: string): string {
  return file.split('/', 2).join('/');
}

function printLine(name: string, someFiles: readonly Piece[], someFunctions: readonly Piece[]): void {
  console.log(
    `${name.padEnd(24)} ${String(someFiles.length).padStart(7)} ${spread(someFiles)}   ${String(someFunctions.length).padStart(9)} ${spread(someFunctions)}`,
  );
}

function figures(what: string): string {
  return `${what}: median   p90  longest`;
}

/** The columns that `figures` heads. */
function spread(pieces: readonly Piece[]): string {
  const lines = pieces.map((piece) => piece.lines).toSorted((one, other) => one - other);
  const at = (share: number): string => String(lines[Math.ceil(share * lines.length) - 1] ?? 0);
  return `${at(0.5).padStart(13)} ${at(0.9).padStart(5)} ${at(1).padStart(8)}`;
}

function printLongest(title: string, pieces: readonly Piece[]): void {
  console.log(`\n${title}`);
  const longest = pieces.toSorted((one, other) => other.lines - one.lines).slice(0, NAMED);
  for (const { name, lines } of longest) console.log(`${String(lines).padStart(5)}  ${name}`);
}
