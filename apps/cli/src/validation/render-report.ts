import type { Output } from '../output/output.ts';
import { wrap } from '../output/style.ts';
import type { Finding } from './check.ts';
import type { ValidationReport } from './report.ts';

/** Narrower lines than this are not made, however narrow the terminal is. */
const LEAST_COLUMNS = 20;

/** A report for people: findings with their fixes, then what could not be asked, then the count. */
export function renderReport({ checks, counts }: ValidationReport, output: Output, showsAll: boolean): void {
  const { style } = output;
  for (const { id, title, findings, skipped } of checks) {
    if (skipped !== undefined) renderLine(output, style.faint('-'), id, `skipped: ${skipped}`);
    else if (findings.length === 0 && showsAll) renderLine(output, style.good('✔'), id, title);
    for (const finding of findings) renderFinding(output, id, finding);
  }
  const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;
  const summary = [
    count(counts.errors, 'error'),
    count(counts.warnings, 'warning'),
    `${counts.passed} passed`,
    `${counts.skipped} skipped`,
  ];
  for (const row of wrap(summary.join(', '), output.width)) output.line(style.strong(row));
}

function renderLine(output: Output, mark: string, id: string, text: string): void {
  renderWrapped(output, `${mark} `, `${id}  ${text}`);
}

function renderFinding(output: Output, id: string, { severity, what, where, fix }: Finding): void {
  const { style } = output;
  const mark = severity === 'error' ? style.bad('✖') : style.warning('!');
  output.line(`${mark} ${style.faint(id)}`);
  renderWrapped(output, '  ', what);
  if (where !== undefined) renderWrapped(output, `  ${style.faint('where')} `, where, 8);
  renderWrapped(output, `  ${style.faint('fix')}   `, fix, 8);
}

function renderWrapped(output: Output, first: string, text: string, indent = 2): void {
  const rows = wrap(text, Math.max(LEAST_COLUMNS, output.width - indent));
  for (const [index, row] of rows.entries()) output.line(`${index === 0 ? first : ' '.repeat(indent)}${row}`);
}
