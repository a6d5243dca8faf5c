import type { Metadata } from '@showrunner/client';
import { formatTimecode } from '../output/figures.ts';
import { indented, labelled, type Medium } from './page.ts';

export function renderMetadata({ platforms }: Metadata, medium: Medium): string[] {
  return Object.entries(platforms).flatMap(([platform, metadata], index) => {
    const { titles, description, caption, tags, hashtags, chapters } = metadata;
    return [
      ...(index === 0 ? [] : ['']),
      medium.style.accent(`Metadata for ${platform}`),
      ...titles.flatMap(({ text }, place) => labelled(`title ${place + 1}`, text, medium)),
      ...indented(description ?? caption ?? '', medium),
      ...labelled('tags', tags.join(', '), medium),
      ...labelled('hashtags', hashtags.join(' '), medium),
      ...labelled(
        'chapters',
        chapters.map(({ start_seconds: at, title }) => `${formatTimecode(at)} ${title}`).join(', '),
        medium,
      ),
    ];
  });
}
