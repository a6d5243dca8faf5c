import type { KeptAnswer } from '../ask/kept-answer.ts';
import type { Judgement } from '../judge/judge-answers.ts';

/** The product's own findings on meaning, and what the judge measures of the same scenes. */
const COMPARED = { visuals_match: 'pictures' } as const;

/** How often the product says of a scene what the judge says of it, by finding and language. */
export function agreementLines(answers: readonly KeptAnswer[], judged: readonly Judgement[]): string[] {
  return Object.entries(COMPARED).flatMap(([finding, measure]) =>
    [...new Set(judged.map(({ brief }) => brief.language))].flatMap((language) => {
      const agreed = judged
        .filter(({ brief }) => brief.language === language)
        .flatMap(({ brief, misfits }) => {
          const answer = answers.find((one) => one.brief === brief.id);
          const told = new Set(answer?.findings.filter(({ name }) => name === finding).map((one) => one.scene_id));
          const scenes = answer?.package?.scenes ?? [];
          return scenes.map(({ id }) => told.has(id) === misfits[measure].includes(id));
        });
      const same = agreed.filter(Boolean).length;
      return agreed.length === 0 ? [] : [`- ${finding}, ${language}: ${same} of ${agreed.length} scenes`];
    }),
  );
}
