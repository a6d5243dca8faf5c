import { areas, type Area } from './areas.ts';
import { readCaseFiles, type CaseFile } from './case-file.ts';
import { listedDifferences, type ListedDifference } from './listed-differences.ts';
import { readStanding, type CaseStanding, type Standing } from './standing.ts';

/** The tables of docs/reference/litellm-compatibility.md, by the name of their place in it. */
export function compatibilityTables(): Readonly<Record<string, string>> {
  const standing = readStanding();
  const files = readCaseFiles();
  return {
    'scores by area': scores(files, standing),
    'differences on purpose': table(
      ['feature', 'LiteLLM', 'here', 'why', 'test'],
      listedDifferences.map((one) => differenceRow(one, files, standing)),
    ),
    'what was compared': table(
      ['feature', 'LiteLLM', 'here', 'test'],
      files.flatMap((file) => file.cases.map(({ title, source }) => caseRow(file, title, source, standing))),
    ),
  };
}

function scores(files: readonly CaseFile[], standing: Standing): string {
  const rows = areas.map((area) =>
    scoreRow(
      area,
      files.filter((file) => file.area === area),
      standing,
    ),
  );
  return table(['area', 'cases', 'the same', 'different on purpose', 'open', 'score'], rows);
}

function scoreRow(area: Area, files: readonly CaseFile[], standing: Standing): string[] {
  const all = files.flatMap((file) => file.cases.map(({ title }) => standOf(file, title, standing)));
  const same = all.filter((one) => one === 'same').length;
  const listed = all.filter((one) => Array.isArray(one)).length;
  const score = ((100 * (same + listed)) / Math.max(1, all.length)).toFixed(0);
  return [area, String(all.length), String(same), String(listed), String(all.length - same - listed), `${score} %`];
}

function standOf({ area, name }: CaseFile, title: string, standing: Standing): CaseStanding | undefined {
  return standing[area]?.[name]?.[title];
}

function differenceRow(
  { feature, litellm, ours, reason }: ListedDifference,
  files: readonly CaseFile[],
  standing: Standing,
): string[] {
  const shows = files.find((file) => file.cases.some(({ title }) => standOf(file, title, standing)?.includes(feature)));
  const title = shows?.cases.find((one) => standOf(shows, one.title, standing)?.includes(feature))?.title ?? '';
  return [feature, litellm, ours, reason, shows ? `${testOf(shows)}: ${title}` : ''];
}

function caseRow(file: CaseFile, title: string, source: string, standing: Standing): string[] {
  const stand = standOf(file, title, standing);
  const here = Array.isArray(stand) ? `differs: ${stand.join('; ')}` : stand === 'same' ? 'the same' : 'open';
  return [title, source, here, testOf(file)];
}

function testOf({ area, name }: CaseFile): string {
  return `\`${area}/${name}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), `|${heads.map(() => '---|').join('')}`, ...rows.map((cells) => line(cells))].join('\n');
}
