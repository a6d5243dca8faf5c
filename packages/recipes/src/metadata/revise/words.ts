import { videoBrief } from '../../input/video-brief.ts';
import { namesIn, valueAt } from '../../json-patch/pointer.ts';
import type { EditableText, RevisionWords } from '../../revision/revisable.ts';
import { withTextAt } from '../../revision/with-text.ts';
import type { MetadataInput } from '../schema.ts';
import { plainText } from '../plain/plain-text.ts';
import { briefFor } from '../write/write-single.ts';
import { systemFor } from '../prompts/system.ts';
import { joined, parted } from './blocks.ts';
import { platformsIn, type MetadataDocument, type PlatformDocument } from './document.ts';

const MATERIAL_CHARACTERS = 20_000;

/** How a model is asked for changes of metadata: descriptions and captions without the blocks that code puts below. */
export const metadataWords: RevisionWords<MetadataInput, MetadataDocument> = {
  system: (_, circumstances) => systemFor(circumstances),
  brief: (input, { strategy }) => (strategy === 'staged' ? videoBrief(input) : briefFor(input, MATERIAL_CHARACTERS)),
  texts: (document) => platformsIn(document).flatMap(([id, platform]) => textsOf(`/platforms/${id}`, platform)),
  withText(document, pointer, text, input) {
    const names = namesIn(pointer) ?? [];
    switch (names.at(-1) ?? '') {
      case 'title':
      case 'text':
        return withTextAt(document, pointer, plainText(text, 'title', input));
      case 'description':
      case 'caption': {
        const platform = valueAt(document, names.slice(0, 2)) as PlatformDocument;
        const { blocks } = parted(String(valueAt(document, names)), platform);
        return withTextAt(document, pointer, joined({ body: plainText(text, 'body', input), blocks }));
      }
      default:
        return withTextAt(document, pointer, text);
    }
  },
};

function textsOf(place: string, platform: PlatformDocument): EditableText[] {
  const { titles, title, description, caption, tags, hashtags, chapters, localizations } = platform;
  const bodies = { title, description, caption };
  return [
    ...Object.entries(bodies).flatMap(([member, text]) =>
      text === undefined ? [] : [{ pointer: `${place}/${member}`, text: parted(text, platform).body }],
    ),
    ...titles.map(({ text }, at) => ({ pointer: `${place}/titles/${at}/text`, text })),
    { pointer: `${place}/tags`, text: tags.join(', ') },
    { pointer: `${place}/hashtags`, text: hashtags.join(', ') },
    ...chapters.map((chapter, at) => ({ pointer: `${place}/chapters/${at}/title`, text: chapter.title })),
    ...Object.entries(localizations).flatMap(([locale, texts]) => [
      { pointer: `${place}/localizations/${locale}/title`, text: texts.title },
      { pointer: `${place}/localizations/${locale}/description`, text: parted(texts.description, platform).body },
    ]),
  ];
}
