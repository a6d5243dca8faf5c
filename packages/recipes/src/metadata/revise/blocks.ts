import { isEqual } from '../../json-patch/is-equal.ts';
import { chapterLines } from '../../platforms/chapters.ts';

/** A platform's texts, and what is shown in them once more. */
interface Shown {
  readonly description?: string | undefined;
  readonly caption?: string | undefined;
  readonly chapters: Parameters<typeof chapterLines>[0];
  readonly hashtags: readonly string[];
}

/** A description or caption, and the blocks that stand below it: chapters, links, hashtags. */
interface Parted {
  readonly body: string;
  readonly blocks: readonly string[];
}

const LINKS = /^(?:https?:\/\/\S+(?:\n|$))+$/;
const HASHTAGS = /^#\S+(?: #\S+)*$/;

/** Takes apart what was put together of a text and its blocks. */
export function parted(text: string, { chapters }: Pick<Shown, 'chapters'>): Parted {
  const paragraphs = text.split('\n\n');
  const lines = chapterLines(chapters);
  const isBlock = (paragraph: string) => paragraph === lines || LINKS.test(paragraph) || HASHTAGS.test(paragraph);
  let end = paragraphs.length;
  while (end > 0 && isBlock(paragraphs[end - 1] ?? '')) end -= 1;
  return { body: paragraphs.slice(0, end).join('\n\n'), blocks: paragraphs.slice(end) };
}

export function joined({ body, blocks }: Parted): string {
  return [body, ...blocks].filter((block) => block !== '').join('\n\n');
}

/** Where chapters or hashtags were edited and the text that shows them was not, it shows the edited ones. */
export function withBlocks<Platform extends Shown>(platform: Platform, stood: Shown): Platform {
  const member = platform.description === undefined ? 'caption' : 'description';
  const text = platform[member];
  if (text === undefined || text !== stood[member]) return platform;
  const [lines, hashtags] = [chapterLines(platform.chapters), platform.hashtags.join(' ')];
  const { body, blocks } = parted(text, stood);
  const shown = blocks.map((block) => {
    if (block === chapterLines(stood.chapters)) return lines;
    return HASHTAGS.test(block) && block === stood.hashtags.join(' ') ? hashtags : block;
  });
  const isNew = (block: string, edited: unknown, earlier: unknown) =>
    !isEqual(edited, earlier) && block !== '' && !shown.includes(block);
  const blocksNow = [
    ...(isNew(lines, platform.chapters, stood.chapters) ? [lines] : []),
    ...shown,
    ...(isNew(hashtags, platform.hashtags, stood.hashtags) ? [hashtags] : []),
  ];
  return isEqual(blocksNow, blocks) ? platform : { ...platform, [member]: joined({ body, blocks: blocksNow }) };
}
