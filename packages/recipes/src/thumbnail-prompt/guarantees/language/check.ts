import { matchLanguage } from '../../../language/match.ts';
import type { ThumbnailCheck } from '../guarantee.ts';

/** Image models are asked in English, whatever the language of the video. */
export const languageCheck: ThumbnailCheck<'language'> = {
  names: ['language'],
  measure({ baseline, changes }) {
    const { subject, expression, action, setting, composition, lighting, style } = baseline;
    const seen = changes.flatMap(({ variable, value }) => (variable === 'overlay_text' ? [] : [value]));
    const match = matchLanguage(
      [subject, expression, action, setting, composition, lighting, style, ...seen].join('. '),
      'en',
    );
    return [
      {
        name: 'language',
        ok: match.verdict !== 'no',
        value: match.found,
        limit: 'en',
        unit: 'language',
        path: 'baseline',
        message: `What the picture shows has to be described in English, for image models; it is in ${match.found}.`,
        severity: 'must',
      },
    ];
  },
};
