import type { Brief } from '../briefs/brief.ts';
import { askBrief, type Api } from './ask-brief.ts';
import { keepAnswer, readAnswers } from './kept-answer.ts';

/** Puts every brief that has no answer in the folder yet, one after another: an embedded model answers one at a time. */
export async function askBriefs(briefs: readonly Brief[], folder: string, api: Api): Promise<void> {
  const answered = new Set((await readAnswers(folder)).map(({ brief }) => brief));
  const open = briefs.filter(({ id }) => !answered.has(id));
  for (const [index, brief] of open.entries()) {
    const answer = await askBrief(brief, api);
    await keepAnswer(folder, answer);
    const seconds = Math.round(answer.cost.totalMs / 1000);
    console.log(`${index + 1}/${open.length} ${brief.id}: ${answer.error?.code ?? 'answered'} in ${seconds} s`);
  }
}
