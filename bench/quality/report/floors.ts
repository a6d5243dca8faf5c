import type { KeptAnswer } from '../ask/kept-answer.ts';
import { judgeAll, writtenIn, type Written } from '../judge/judge-answers.ts';
import { byHand } from './by-hand.ts';

/** What the figures on meaning are worth: the same texts under another's brief, and scripts that were written by hand. */
export function floorLines(answers: readonly KeptAnswer[]): string[] {
  const shuffled = judgeAll([], shuffle(writtenIn(answers)));
  const hand = judgeAll(answers, byHand).slice(-byHand.length);
  const line = (name: string, judged: ReturnType<typeof judgeAll>) => {
    const [topic, pictures] = [sum(judged.map(({ onTopic }) => onTopic)), sum(judged.map((one) => one.pictures))];
    const novelty = judged.map((one) => one.novelty.toFixed(2)).join(', ');
    return `- ${name}: scenes on topic ${topic}, pictures ${pictures}${judged.length <= 2 ? `, novelty ${novelty}` : ''}`;
  };
  return [line('shuffled (each text under the next brief of its language)', shuffled), line('by hand', hand)];
}

/** Every package under the brief of the next one in its language, with that one's pictures. */
function shuffle(written: readonly Written[]): Written[] {
  return written.flatMap((one) => {
    const alike = written.filter(({ brief }) => brief.language === one.brief.language);
    const next = alike[(alike.indexOf(one) + 1) % alike.length];
    if (next === undefined || next === one) return [];
    const scenes = one.package.scenes.map((scene, at) => ({
      ...scene,
      visual: next.package.scenes[at]?.visual ?? next.package.scenes[0]?.visual ?? '',
    }));
    return [{ brief: next.brief, package: { ...one.package, scenes } }];
  });
}

function sum(shares: readonly { right: number; of: number }[]): string {
  const right = shares.reduce((total, one) => total + one.right, 0);
  const of = shares.reduce((total, one) => total + one.of, 0);
  return `${right} of ${of}`;
}
