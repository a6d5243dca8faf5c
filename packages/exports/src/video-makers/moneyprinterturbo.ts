import { defineFormat, type Orientation } from '../format.ts';
import { inOneLine } from '../plain-text.ts';
import { spokenParagraphs } from '../narration/narration.ts';
import { searchTermsOf, unillustrated } from './search-terms.ts';

const ASPECTS: Readonly<Record<Orientation, string>> = { portrait: '9:16', landscape: '16:9' };

/**
 * The body of `POST /api/v1/videos` of MoneyPrinterTurbo (harry0703/MoneyPrinterTurbo, `app/models/schema.py`:
 * `VideoParams`): footage in the order of the script. Voice, music and looks stay with the caller, and members that an
 * older version does not know are ignored there.
 */
export const moneyPrinterTurbo = defineFormat({
  id: 'moneyprinterturbo',
  title: 'MoneyPrinterTurbo request',
  mediaType: 'application/json; charset=utf-8',
  extension: 'moneyprinterturbo.json',
  options: ['orientation'],
  render({ title, language, scenes }, { orientation }) {
    const body = {
      video_subject: inOneLine(title),
      video_script: spokenParagraphs(scenes).map(inOneLine).join('\n'),
      video_terms: [...new Set(scenes.flatMap(searchTermsOf))],
      ...(orientation === undefined ? {} : { video_aspect: ASPECTS[orientation] }),
      video_concat_mode: 'sequential',
      match_materials_to_script: true,
      video_language: language === 'und' ? '' : language,
    };
    return { text: `${JSON.stringify(body, null, 2)}\n`, findings: unillustrated(scenes) };
  },
});
