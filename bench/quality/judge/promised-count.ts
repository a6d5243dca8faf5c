import type { Brief, BriefLanguage } from '../briefs/brief.ts';
import type { KeptPackage } from '../ask/kept-answer.ts';
import { narrationOf } from './texts.ts';

/** How each language counts entries aloud, the first five. */
const ORDINALS: Readonly<Record<BriefLanguage, readonly RegExp[]>> = {
  en: [
    /\bfirst(?:ly)?\b|\bnumber one\b|\bone[:,]/i,
    /\bsecond(?:ly)?\b|\bnumber two\b|\btwo[:,]/i,
    /\bthird(?:ly)?\b|\bnumber three\b|\bthree[:,]/i,
    /\bfourth\b|\bnumber four\b|\bfour[:,]/i,
    /\bfifth\b|\bnumber five\b|\bfive[:,]/i,
  ],
  de: [
    /\berst(?:ens|e[nrs]?)\b/i,
    /\bzweit(?:ens|e[nrs]?)\b/i,
    /\bdritt(?:ens|e[nrs]?)\b/i,
    /\bviert(?:ens|e[nrs]?)\b/i,
    /\bfünft(?:ens|e[nrs]?)\b/i,
  ],
  es: [/\bprimer[oa]?\b/i, /\bsegund[oa]\b/i, /\btercer[oa]?\b/i, /\bcuart[oa]\b/i, /\bquint[oa]\b/i],
  fr: [
    /\bpremi(?:er|ère|èrement)\b|\bd'abord\b/i,
    /\bdeuxième(?:ment)?\b|\bseconde?\b/i,
    /\btroisième(?:ment)?\b/i,
    /\bquatrième(?:ment)?\b/i,
    /\bcinquième(?:ment)?\b/i,
  ],
  pt: [/\bprimeir[oa]\b/i, /\bsegund[oa]\b/i, /\bterceir[oa]\b/i, /\bquart[oa]\b/i, /\bquint[oa]\b/i],
  zh: [/第一|首先/u, /第二|其次/u, /第三|最后/u, /第四/u, /第五/u],
  ja: [
    /一つ目|ひとつ目|1つ目|まず|第一/u,
    /二つ目|ふたつ目|2つ目|次に|第二/u,
    /三つ目|みっつ目|3つ目|最後に|第三/u,
    /四つ目|第四/u,
    /五つ目|第五/u,
  ],
  ar: [/أول|الأول/u, /ثاني|الثاني/u, /ثالث|الثالث/u, /رابع|الرابع/u, /خامس|الخامس/u],
};

/** How many of the promised entries are counted out loud; `undefined` where nothing was promised. */
export function countedEntries({ count, language }: Brief, written: KeptPackage): number | undefined {
  if (count === undefined) return undefined;
  const spoken = narrationOf(written);
  return ORDINALS[language].slice(0, count).filter((ordinal) => ordinal.test(spoken)).length;
}
