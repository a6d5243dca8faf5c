import { described } from '../../../image-models/concept.ts';
import { ordersIn, plainWords } from '../../../image-models/control-syntax.ts';
import { withMember, type ThumbnailDraft } from '../../draft.ts';
import { thumbnailGuarantee } from '../guarantee.ts';
import { plainWordsCheck } from './check.ts';

/** Code takes orders out; what a flag wanted not to be seen is avoided. */
export const plainWordsGuarantee = thumbnailGuarantee(plainWordsCheck, {
  fix: { outcome: 'fixed', apply: cleaned },
});

function cleaned(draft: ThumbnailDraft): ThumbnailDraft {
  let plain = draft;
  const absent: string[] = [];
  for (const [index, concept] of draft.concepts.entries())
    for (const member of described) {
      if (ordersIn(concept[member]).length === 0 || (index > 0 && concept.variable !== member)) continue;
      const read = plainWords(concept[member]);
      absent.push(...read.absent);
      plain = withMember(plain, index, member, read.text);
    }
  if (absent.length === 0) return plain;
  const [first, ...others] = plain.concepts.map((concept) => ({
    ...concept,
    avoid: [...new Set([...concept.avoid, ...absent])],
  }));
  return first === undefined ? plain : { concepts: [first, ...others] };
}
