import { materialFor, unsupported } from '../../title-facts.ts';
import { titlePath, type MetadataCheck } from '../guarantee.ts';

/** Numbers and names of a title stand in the material. */
export const titleFactsCheck: MetadataCheck<'title_facts'> = {
  names: ['title_facts'],
  measure({ titles }, input) {
    if (input.material === '') return [];
    const material = materialFor(input);
    return titles.map(({ text }, index) => {
      const missing = unsupported(text, material);
      return {
        name: 'title_facts',
        ok: missing.length === 0,
        value: missing.length,
        limit: 0,
        unit: 'unsupported',
        path: titlePath(index),
        removed: [text],
        message:
          missing.length === 0
            ? 'Numbers and names of the title stand in the material.'
            : `"${text}" names what the material does not have: ${missing.join(', ')}.`,
        severity: 'must',
      };
    });
  },
};
