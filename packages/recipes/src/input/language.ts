import { z } from 'zod';

/** A BCP-47 tag in its canonical form: `EN_us` becomes `en-US`. */
export const languageTag = z
  .string()
  .max(35)
  .transform((value, context) => {
    try {
      const [tag] = Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'));
      if (tag !== undefined) return tag;
    } catch {
      // Not a tag; refused below.
    }
    context.addIssue({
      code: 'custom',
      message: 'is not a language tag',
      params: { allowed: 'a BCP-47 tag such as "en", "pt-BR" or "zh-Hans"' },
    });
    return z.NEVER;
  });
