/** The parts of the gateway's contract that are compared, each a folder of `cases`. */
export const areas = [
  'chat',
  'messages',
  'responses',
  'embeddings',
  'images-and-audio',
  'routing-and-failure',
  'errors',
  'headers',
  'streaming',
  'cache',
  'configuration',
  'admission',
  'management',
  'spend',
  'metrics',
  'guards',
] as const;

export type Area = (typeof areas)[number];
