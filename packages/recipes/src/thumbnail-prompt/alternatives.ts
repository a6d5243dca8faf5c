import { compositions, expressions, looks, PERSON } from './looks.ts';
import type { Changeable } from './changeable.ts';
import type { ConceptChange, DraftConcept, ThumbnailDraft } from './draft.ts';

/** What code can change in any picture, by variable. */
const VALUES: Readonly<Partial<Record<Changeable, readonly string[]>>> = {
  composition: compositions,
  lighting: looks.map(({ lighting }) => lighting),
  setting: [
    'a plain studio background in one colour',
    'out of doors in wide, open space',
    'a dark room with one lit spot',
  ],
  style: [
    'bold flat illustration, thick outlines',
    'black and white photograph, strong grain',
    ...looks.map(({ style }) => style),
  ],
  action: ['seen in the moment just before it happens', 'frozen in the middle of the movement'],
  expression: expressions,
};

/** A change that no other concept makes yet, of a variable that none changes where there is one; undefined when all are made. */
export function alternative({ concepts }: ThumbnailDraft): ConceptChange | undefined {
  const [first] = concepts;
  const used = new Set(concepts.map(({ variable }) => variable));
  const possible = (Object.entries(VALUES) as [Changeable, readonly string[]][])
    .filter(([variable]) => variable !== 'expression' || PERSON.test(first.subject))
    .flatMap(([variable, values]) => values.map((value) => ({ variable, value })))
    .filter((change) => concepts.every((concept) => !shows(concept, change)));
  return possible.find(({ variable }) => !used.has(variable)) ?? possible[0];
}

function shows(concept: DraftConcept, { variable, value }: ConceptChange): boolean {
  return concept[variable].toLowerCase() === value.toLowerCase();
}
