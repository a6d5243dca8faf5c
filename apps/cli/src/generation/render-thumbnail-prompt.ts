import type { ThumbnailPrompt } from '@showrunner/client';
import { labelled } from './page.ts';
import type { Medium } from './page.ts';

export function renderThumbnailPrompt({ concepts }: ThumbnailPrompt, medium: Medium): string[] {
  return concepts.flatMap((concept, index) => {
    const { variable, subject, expression, action, setting, overlay_text: text, palette_hex: palette } = concept;
    const change = variable === 'baseline' ? '' : `, another ${variable.replaceAll('_', ' ')}`;
    return [
      ...(index === 0 ? [] : ['']),
      medium.style.accent(`Thumbnail ${index + 1}${change}`),
      ...labelled('picture', [subject, expression, action, setting].filter(Boolean).join(', '), medium),
      ...labelled('text', text, medium),
      ...labelled('colours', palette.join(' '), medium),
      ...concept.prompts.flatMap(({ model_family: family, prompt }) => labelled(`for ${family}`, prompt, medium)),
    ];
  });
}
