import { CHAPTER_RULES, chapterFaults } from '../../../platforms/chapters.ts';
import { composeFor } from '../../compose/compose.ts';
import type { MetadataCheck } from '../guarantee.ts';

/** Where chapters are wanted, YouTube takes them. */
export const chaptersCheck: MetadataCheck<'chapters'> = {
  names: ['chapters'],
  measure(draft, input) {
    if (input.chapters === null || !input.platforms.includes('youtube')) return [];
    const { chapters } = composeFor('youtube', draft, input).metadata;
    const faults = chapters.length === 0 ? chapterFaults(input.chapters, input.duration) : [];
    const reason = faults.length === 0 ? 'no chapters of ten seconds or more can be made' : faults.join('; ');
    return [
      {
        name: 'chapters',
        ok: chapters.length > 0,
        value: chapters.length,
        limit: CHAPTER_RULES.least,
        unit: 'chapters',
        path: 'chapters',
        message: chapters.length > 0 ? 'Chapters keep the rules.' : `There are none: ${reason}.`,
        severity: 'report',
      },
    ];
  },
};
