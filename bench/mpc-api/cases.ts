/** One kind of request that is measured. */
export interface Case {
  readonly name: string;
  readonly path: string;
  readonly body: (index: number) => unknown;
  /** Name of the schema that its one ask wants; absent where the model is not asked. */
  readonly schema?: string;
  /** What it may cost at most, in multiples of the floor. */
  readonly goalTimes: number;
}

export const cases: readonly Case[] = [
  {
    name: 'metadata',
    path: '/generate/metadata',
    body: (index) => ({ content: `${ESPRESSO} (${index})`, title: 'How espresso works' }),
    schema: 'metadata',
    goalTimes: 2.5,
  },
  {
    name: 'script of ten scenes',
    path: '/generate/script',
    body: (index) => ({ prompt: `How espresso works, part ${index}`, duration: 95, scenes: 10, language: 'en' }),
    schema: 'script',
    goalTimes: 2.5,
  },
  {
    name: 'script from the cache',
    path: '/generate/script',
    body: () => ({ prompt: 'How espresso works', duration: 95, scenes: 10, language: 'en' }),
    goalTimes: 1.7,
  },
];

const ESPRESSO =
  'A pump presses hot water onto finely ground coffee with nine bars of pressure. In under half a minute it takes oils, ' +
  'sugars and tiny bubbles of gas with it. Those bubbles are the crema, and fresh beans hold more of them than old ones.';
