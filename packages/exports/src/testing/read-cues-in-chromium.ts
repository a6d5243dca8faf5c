import { testChromium } from '@showrunner/testkit';
import { chromium } from 'playwright-core';

/** A cue as a browser read it: times in whole milliseconds, text without markup. */
export interface ReadCue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A real browser's parser of WebVTT. */
export interface CueReader {
  /** The cues of each file. */
  read(files: readonly string[]): Promise<ReadCue[][]>;
  close(): Promise<void>;
}

export async function openCueReader(): Promise<CueReader> {
  const executablePath = testChromium();
  if (executablePath === undefined) throw new Error('There is no Chromium on this machine.');
  const browser = await chromium.launch({
    executablePath,
    // Its own sandbox needs more than containers and root give it; it only sees our files.
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage();
  return {
    read: (files) => page.evaluate(`(${READ_IN_PAGE})(${JSON.stringify(files)})`),
    close: () => browser.close(),
  };
}

/** Runs in the page. */
const READ_IN_PAGE = `async (files) => {
  const read = async (file) => {
    const video = document.createElement('video');
    const track = document.createElement('track');
    track.src = URL.createObjectURL(new Blob([file], { type: 'text/vtt' }));
    video.append(track);
    document.body.append(video);
    const loaded = new Promise((resolve, reject) => {
      track.addEventListener('load', resolve);
      track.addEventListener('error', () => reject(new Error('This is no WebVTT: ' + file)));
    });
    track.track.mode = 'hidden';
    await loaded;
    const cues = Array.from(track.track.cues, (cue) => ({
      start: Math.round(cue.startTime * 1000),
      end: Math.round(cue.endTime * 1000),
      text: cue.getCueAsHTML().textContent,
    }));
    video.remove();
    return cues;
  };
  const all = [];
  for (const file of files) all.push(await read(file));
  return all;
}`;
