import { speechFlaws } from '../../text/speakable.ts';

/** Every gap begins with one of these; most texts have none. */
const MAY_BEGIN = /[[{<【［〔(（%〇○◯△×＊_$@]|XXX|xxx|TBD|[Ll]orem/u;

/** Whether somebody was meant to fill something in: `[Your Channel Name]`, `{link}`, `【频道名称】`, `XXX`. */
export function hasGap(text: string, language: string): boolean {
  return MAY_BEGIN.test(text) && speechFlaws(text, language).some(({ name }) => name === 'placeholder');
}
