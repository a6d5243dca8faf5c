import { z } from 'zod';
import { languageCalled } from '../language/names.ts';

/** A script as data, from this API or from elsewhere: what other recipes read of it. */
export const scriptMaterial = z.looseObject({
  title: z.string().max(1000).optional(),
  language: z
    .string()
    .max(100)
    .transform(languageCalled)
    .optional()
    .describe('BCP-47 or a name; one not known is as if absent.'),
  narration: z.string().max(200_000).optional(),
  script: z.string().max(200_000).optional(),
  scenes: z
    .array(
      z.looseObject({
        narration: z.string().max(50_000).optional(),
        on_screen_text: z.string().max(1000).optional(),
        start_seconds: z.number().min(0).optional(),
        end_seconds: z.number().min(0).optional(),
      }),
    )
    .max(200)
    .optional(),
  duration: z.looseObject({ estimated: z.number().optional() }).optional(),
});

export type ScriptMaterial = z.output<typeof scriptMaterial>;

/** The words of a script, wherever it has them. */
export function spokenText({ narration, scenes, script }: ScriptMaterial): string {
  if (narration !== undefined && narration !== '') return narration;
  const inScenes = (scenes ?? []).flatMap((scene) => scene.narration ?? []).join('\n\n');
  return inScenes === '' ? (script ?? '') : inScenes;
}
