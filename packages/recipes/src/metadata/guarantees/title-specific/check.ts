import { isStockTitle } from '../../../text/phrases/stock-phrases.ts';
import { titlePath, type MetadataCheck } from '../guarantee.ts';

/** A title that could stand over any video is no reason to click this one. */
export const titleSpecificCheck: MetadataCheck<'title_specific'> = {
  names: ['title_specific'],
  measure: ({ titles }, { language }) =>
    titles.map(({ text }, index) => ({
      name: 'title_specific',
      ok: !isStockTitle(text, language),
      value: isStockTitle(text, language) ? 1 : 0,
      limit: 0,
      unit: 'stock_phrases',
      path: titlePath(index),
      message: `"${text}" could stand over any video: without stock phrases, with what only this one has.`,
      severity: 'report',
    })),
};
