import { defineFormat } from '../format.ts';
import { shortTime } from '../plain-text.ts';
import type { ExportMetadata, Scene, TimedScript } from '../source.ts';
import { escapedLine, escapedParagraphs } from './escape.ts';

/** The whole script for people: what is spoken, what is seen, what is to be checked; with its metadata where given. */
export const markdown = defineFormat({
  id: 'markdown',
  title: 'Readable script',
  mediaType: 'text/markdown; charset=utf-8',
  extension: 'md',
  options: [],
  render(script, _options, metadata) {
    const blocks = [...headBlocks(script), ...script.scenes.flatMap(sceneBlocks), ...tailBlocks(script, metadata)];
    return { text: `${blocks.join('\n\n')}\n`, findings: [] };
  },
});

function headBlocks({ title, logline, language, scenes }: TimedScript): string[] {
  const facts = [...(language === 'und' ? [] : [language]), shortTime(scenes.at(-1)?.end ?? 0)];
  return [
    ...(title.trim() === '' ? [] : [`# ${escapedLine(title)}`]),
    ...(logline.trim() === '' ? [] : [`*${escapedLine(logline)}*`]),
    facts.join(' · '),
  ];
}

function sceneBlocks({ role, start, end, narration, onScreenText, visual, pictures }: Scene, index: number): string[] {
  const name = role === '' ? 'Scene' : `${role.slice(0, 1).toUpperCase()}${role.slice(1)}`;
  const notes = [
    ...noted('On screen', onScreenText),
    ...noted('Visual', visual),
    ...pictures.flatMap(({ query, description }) =>
      noted('Footage', [query, description].filter((text) => text.trim() !== '').join(' – ')),
    ),
  ];
  return [
    `## ${index + 1}. ${escapedLine(name)} (${shortTime(start)}–${shortTime(end)})`,
    ...escapedParagraphs(narration),
    ...(notes.length === 0 ? [] : [notes.join('\n')]),
  ];
}

function noted(label: string, text: string): string[] {
  return text.trim() === '' ? [] : [`- **${label}:** ${escapedLine(text)}`];
}

function tailBlocks({ cta, claims }: TimedScript, metadata: ExportMetadata | undefined): string[] {
  const checks = claims.map(({ text, needsCheck }) => `- [${needsCheck ? ' ' : 'x'}] ${escapedLine(text)}`);
  return [
    ...(cta.trim() === '' ? [] : ['## Call to action', escapedLine(cta)]),
    ...(checks.length === 0 ? [] : ['## Claims', checks.join('\n')]),
    ...(metadata === undefined ? [] : metadataBlocks(metadata)),
  ];
}

function metadataBlocks({ title = '', description = '', tags = [] }: ExportMetadata): string[] {
  return [
    '## Metadata',
    ...(title.trim() === '' ? [] : [`**${escapedLine(title)}**`]),
    ...escapedParagraphs(description),
    ...(tags.length === 0 ? [] : [tags.map(escapedLine).join(', ')]),
  ];
}
