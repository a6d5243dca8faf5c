/** What a concept changes against the first one, in the order in which they are tried. */
export const changeable = [
  'overlay_text',
  'subject',
  'composition',
  'expression',
  'setting',
  'lighting',
  'action',
  'style',
] as const;
export type Changeable = (typeof changeable)[number];
