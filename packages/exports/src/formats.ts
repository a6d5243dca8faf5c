import { csv } from './csv/csv.ts';
import { fountain } from './fountain/fountain.ts';
import { markdown } from './markdown/markdown.ts';
import { narration } from './narration/narration.ts';
import { ssml } from './ssml/ssml.ts';
import { srt, vtt } from './subtitles/formats.ts';
import { moneyPrinterTurbo } from './video-makers/moneyprinterturbo.ts';
import { shortVideoMaker } from './video-makers/short-video-maker.ts';
import { youtube } from './youtube/youtube.ts';

/** Every kind of file that a script can be had as, in the order in which they are listed. */
export const exportFormats = [
  markdown,
  srt,
  vtt,
  fountain,
  csv,
  narration,
  ssml,
  shortVideoMaker,
  moneyPrinterTurbo,
  youtube,
] as const;

export type ExportFormatId = (typeof exportFormats)[number]['id'];

export const exportFormatIds = exportFormats.map(({ id }) => id) as [ExportFormatId, ...ExportFormatId[]];
