import type { KeptAnswer } from '../ask/kept-answer.ts';
import type { Judgement } from '../judge/judge-answers.ts';

/** One answer as a person reads it, and what the judge found in it. */
export function textOf(answer: KeptAnswer | undefined, judged: Judgement | undefined): string[] {
  if (answer === undefined) return ['(not asked)'];
  const { package: made, error, cost } = answer;
  const took = `${Math.round(cost.totalMs / 1000)} s in all, first scene after ${seconds(cost.firstSceneMs)}`;
  if (made === undefined) return [`${error?.code ?? 'failed'}: ${error?.message ?? ''} (${took})`];
  return [
    `**${made.title}** (${made.estimatedSeconds} s; ${took})`,
    '',
    ...made.scenes.flatMap((scene, at) => [
      `${at + 1}. ${scene.narration}`,
      `   *${scene.visual}*${scene.on_screen_text === '' ? '' : ` “${scene.on_screen_text}”`} [${scene.searchWords.join('; ')}]`,
    ]),
    '',
    `Headlines: ${made.headlines.join(' / ')}. Titles: ${made.titles.join(' / ')}.`,
    `Thumbnails: ${made.thumbnails.join(' / ')}. Hashtags: ${(made.hashtags ?? []).join(' ')}.`,
    ...(made.claims.some(({ source_id: id }) => id !== null)
      ? [
          `Sources: ${made.claims.flatMap(({ source_id: id, text }) => (id === null ? [] : [`${id}: ${text}`])).join(' / ')}`,
        ]
      : []),
    ...(judged === undefined ? [] : ['', `Judge: ${foundIn(judged).join('; ')}.`]),
  ];
}

function seconds(milliseconds: number | undefined): string {
  return milliseconds === undefined ? 'none' : `${Math.round(milliseconds / 100) / 10} s`;
}

function foundIn(judged: Judgement): string[] {
  const { onTopic, pictures, misspelt, counted, fragments, foreignParts, brief } = judged;
  return [
    `length ${Math.round(judged.length * 100)} %`,
    `topic ${onTopic.right} of ${onTopic.of}`,
    `pictures ${pictures.right} of ${pictures.of}`,
    `headlines ${judged.headlines.right} of ${judged.headlines.of}, titles ${judged.titles.right} of ${judged.titles.of}`,
    `novelty ${judged.novelty.toFixed(2)}`,
    misspelt === undefined ? 'no dictionary' : `misspelt: ${misspelt.join(', ') || 'none'}`,
    judged.callsToAction ? 'calls to action' : 'no call to action',
    ...(counted === undefined ? [] : [`counted ${counted} of ${brief.count}`]),
    ...(fragments.length === 0 ? [] : [`fragments: ${fragments.map((text) => `“${text}”`).join(', ')}`]),
    ...(foreignParts.length === 0 ? [] : [`in another language: ${foreignParts.join(', ')}`]),
  ];
}
