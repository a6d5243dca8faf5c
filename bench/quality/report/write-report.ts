import { briefs } from '../briefs/briefs.ts';
import type { KeptAnswer } from '../ask/kept-answer.ts';
import { judgeAll, type Judgement } from '../judge/judge-answers.ts';
import { dictionaries } from '../judge/spelling.ts';
import { agreementLines } from './agreement.ts';
import { floorLines } from './floors.ts';
import { summarise } from './summary.ts';
import { textOf } from './texts.ts';

/** A run by its name. */
export interface Run {
  readonly name: string;
  readonly answers: readonly KeptAnswer[];
}

interface JudgedRun extends Run {
  readonly judged: readonly Judgement[];
}

/** Figures and texts of one run, or of several on the briefs that all of them have, side by side. */
export function reportOf(runs: readonly Run[]): string {
  const shared = briefs.filter(({ id }) => runs.every(({ answers }) => answers.some(({ brief }) => brief === id)));
  const judgedRuns = runs.map(({ name, answers }): JudgedRun => {
    const own = answers.filter(({ brief }) => shared.some(({ id }) => id === brief));
    return { name, answers: own, judged: judgeAll(own) };
  });
  const unspelt = new Set(shared.map(({ language }) => language).filter((language) => !dictionaries[language]));
  return [
    ...figureTable(judgedRuns),
    '',
    `Spelling by ${Object.values(dictionaries).join(', ')}; left out for want of a dictionary: ${[...unspelt].join(', ') || 'none'}.`,
    '',
    '## What the measures are worth',
    ...judgedRuns.flatMap(({ name, answers }) => floorLines(answers).map((line) => line.replace('- ', `- ${name}, `))),
    '',
    '## How often the product’s findings on meaning agree with the judge',
    ...judgedRuns.flatMap(({ name, answers, judged }) =>
      agreementLines(answers, judged).map((line) => line.replace('- ', `- ${name}, `)),
    ),
    '',
    '## Texts',
    ...shared.flatMap((brief) => [
      '',
      `### ${brief.prompt} (${brief.id}, ${brief.duration} s)`,
      ...judgedRuns.flatMap(({ name, answers, judged }) => [
        '',
        ...(runs.length > 1 ? [`*${name}:*`, ''] : []),
        ...textOf(
          answers.find((answer) => answer.brief === brief.id),
          judged.find((one) => one.brief.id === brief.id),
        ),
      ]),
    ]),
    '',
  ].join('\n');
}

function figureTable(runs: readonly JudgedRun[]): string[] {
  const columns = runs.map(({ answers, judged }) => summarise(answers, judged));
  return [
    `| | ${runs.map(({ name }) => `${name} | n`).join(' | ')} |`,
    `|---|${runs.map(() => '---|---|').join('')}`,
    ...(columns[0] ?? []).map(
      ({ name }, row) =>
        `| ${name} | ${columns.map((figures) => `${figures[row]?.value} | ${figures[row]?.n}`).join(' | ')} |`,
    ),
  ];
}
