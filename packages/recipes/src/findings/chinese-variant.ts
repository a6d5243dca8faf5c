import { foreignVariants } from '../language/chinese-variants.ts';
import type { Finding } from '../port/finding.ts';

/** That a text has Chinese characters which its language is not written in; nothing where it has none. */
export function chineseVariantIn(
  text: string,
  language: string,
  place: Pick<Finding, 'path' | 'sceneId'>,
): Finding<'chinese_variant'>[] {
  const foreign = foreignVariants(text, language);
  if (foreign.length === 0) return [];
  return [
    {
      name: 'chinese_variant',
      ok: false,
      value: foreign.length,
      limit: 0,
      unit: 'characters',
      ...place,
      // Characters give way to others; no word is taken out.
      removed: [],
      message: `"${foreign.slice(0, 5).join('')}" is not written so in ${language}.`,
      severity: 'must',
    },
  ];
}
