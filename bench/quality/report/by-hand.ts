import type { KeptScene } from '../ask/kept-answer.ts';
import { briefs } from '../briefs/briefs.ts';
import type { Written } from '../judge/judge-answers.ts';

/** Two scripts by a person: what the measures say of them is what can be reached. */
export const byHand: readonly Written[] = [
  {
    brief: briefCalled('en-espresso'),
    package: handwritten(
      'Nine bars in a small cup',
      [
        [
          'Your espresso is pushed through the coffee harder than water leaves a fire hose.',
          'An espresso machine under pressure, steam rising',
        ],
        [
          'The barista grinds the beans almost as fine as powdered sugar and presses them into a hard puck.',
          'Hands press ground coffee into a metal basket',
        ],
        [
          'Then a pump drives hot water at nine bars through that puck. It fights back, and in twenty-five seconds it gives up its oils.',
          'Brown streams of espresso run from the spout into a cup',
        ],
        [
          'Those oils and a little gas make the golden foam on top. That is the crema, and no filter coffee has it.',
          'Golden foam on an espresso, seen from above',
        ],
        [
          'Next time you order one, look at the foam first. If it is pale and thin, try a finer grind.',
          'A person lifts a small cup of espresso to the light',
        ],
      ],
      'If it is pale and thin, try a finer grind.',
    ),
  },
  {
    brief: briefCalled('en-quiet-flat'),
    package: handwritten(
      'A quieter flat for the price of dinner',
      [
        [
          'You can make a loud little apartment quieter this weekend, for less than a dinner out.',
          'A small apartment above a noisy street',
        ],
        [
          'First, close the gap under your front door. A rubber strip costs five dollars, and most of the noise of the stairs comes in there.',
          'Hands press a rubber strip under an apartment door',
        ],
        [
          'Second, lay a thick rug with felt under it. Hard floors throw every sound back at you; wool swallows it.',
          'A thick wool rug on a wooden floor',
        ],
        [
          'Third, push your bookcase against the wall you share with your neighbour. Full shelves are heavy, and heavy things do not let voices through.',
          'A full bookcase against the wall of a living room',
        ],
        [
          'Start with the door tonight, and tell me in the comments which one you heard the most.',
          'A person listens at the door of a flat',
        ],
      ],
      'Start with the door tonight.',
    ),
  },
];

function briefCalled(id: string): Written['brief'] {
  const brief = briefs.find((one) => one.id === id);
  if (brief === undefined) throw new RangeError(`There is no brief ${id}.`);
  return brief;
}

function handwritten(title: string, lines: readonly (readonly [string, string])[], cta: string): Written['package'] {
  const scenes = lines.map(([narration, visual], at): KeptScene => {
    const role = at === 0 ? 'hook' : at === lines.length - 1 ? 'cta' : 'point';
    return { id: `scene-${at + 1}`, role, narration, visual, on_screen_text: '', searchWords: [] };
  });
  const rest = { claims: [], headlines: [title], thumbnails: [], titles: [title], description: '', missing: [] };
  return { title, cta, scenes, estimatedSeconds: 45, ...rest };
}
