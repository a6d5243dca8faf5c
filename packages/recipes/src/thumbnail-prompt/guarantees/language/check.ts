import { described } from '../../../image-models/concept.ts';
import { matchLanguage } from '../../../language/match.ts';
import type { Finding } from '../../../port/finding.ts';
import { pathOf, type ThumbnailDraft } from '../../draft.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** Image models are asked in English, whatever the language of the video. */
export const languageCheck: ThumbnailCheck<'language'> = {
  names: ['language'],
  measure(draft) {
    const texts = described.map((member) => draft.concepts[0][member]).filter((text) => text !== '');
    const changes = draft.concepts
      .slice(1)
      .map(({ variable, ...concept }) =>
        variable === 'baseline' || variable === 'overlay_text' ? '' : concept[variable],
      );
    const match = matchLanguage([...texts, ...changes].join('. '), 'en');
    const whole: Finding<'language'> = {
      name: 'language',
      ok: match.verdict !== 'no',
      value: match.found,
      limit: 'en',
      unit: 'language',
      message: `What the picture shows has to be described in English, for image models; it is in ${match.found}.`,
      severity: 'must',
    };
    return whole.ok ? [whole, ...foreignMembers(draft)] : [whole];
  },
};

/** Single members in another language, where their letters tell; names in Latin letters do not. */
function foreignMembers({ concepts }: ThumbnailDraft): Finding<'language'>[] {
  return concepts.flatMap((concept, index) => {
    const own = described.filter((member) => index === 0 || concept.variable === member);
    return own.flatMap((member): Finding<'language'>[] => {
      const match = matchLanguage(concept[member], 'en');
      if (match.verdict !== 'no') return [];
      return [
        {
          name: 'language',
          ok: false,
          value: match.found,
          limit: 'en',
          unit: 'language',
          path: pathOf(index, member),
          message: `The ${member} has to be described in English, for image models; it is in ${match.found}.`,
          severity: 'report',
        },
      ];
    });
  });
}
