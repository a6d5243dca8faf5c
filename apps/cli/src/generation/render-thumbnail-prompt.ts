import type { ThumbnailPrompt } from '@showrunner/client';
import { labelled, type Medium } from './page.ts';

const SHOWN_IN_FULL = 2;

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
      ...renderPrompts(concept, medium),
    ];
  });
}

/** A few image models in full; of many the first, because the others say the same in their own words. */
function renderPrompts({ prompts }: ThumbnailPrompt['concepts'][number], medium: Medium): string[] {
  const shown = prompts.length <= SHOWN_IN_FULL ? prompts : prompts.slice(0, 1);
  const others = prompts.slice(shown.length).map(({ model_family: family }) => family);
  return [
    ...shown.flatMap(({ model_family: family, prompt }) => labelled(`for ${family}`, prompt, medium)),
    ...labelled('also worded for', others.join(', '), medium),
  ];
}
