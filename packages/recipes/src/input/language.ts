import { z } from 'zod';
import { languageCalled, nearestLanguages } from '../language/names.ts';

/** A language as callers name it, by tag or by name; what is read is a canonical BCP-47 tag. */
export const languageTag = z
  .string()
  .max(100)
  .transform((value, context) => {
    const tag = languageCalled(value);
    if (tag !== undefined) return tag;
    const near = nearestLanguages(value).map(({ tag: known, name }) => `${name} ("${known}")`);
    context.addIssue({
      code: 'custom',
      message: near.length === 0 ? 'is no known language' : `is no known language; near it: ${near.join(', ')}`,
      params: {
        allowed:
          'a BCP-47 tag such as "en", "pt-BR" or "zh-Hant", or the name of a language, such as "Spanish" or "español"',
      },
    });
    return z.NEVER;
  });
