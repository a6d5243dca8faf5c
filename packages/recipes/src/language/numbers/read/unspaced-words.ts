import { isCounting } from './hangul-syllables.ts';
import { wordSegmenter } from '../../word-segmenter.ts';

/**
 * What counts things in Chinese and Japanese, and may stand at a number in one word: 三个, 二人, 七つ, 十年. Everyday
 * measure words, our own choice; without them 三角 and 百貨店 would be numbers.
 */
const COUNTERS =
  '个個人位名次回遍年月日天号號周週星期小时時间間分钟鐘秒点點岁歳才种種类類件杯盃本冊枚张張条條只隻匹頭头台臺辆輛部家户戶間块塊元円圆圓毛米公里厘吨斤克升度倍成步句页頁章节節话話集季届层層楼樓级級番目等组組队隊双雙副套份碗瓶盒包袋颗顆粒朵棵座栋棟所校店社国國着足膳皿切片曲首篇段行題题问問項项条大つヶか月ケ箇所代世紀纪前後后';

/** Makes a number an ordinal or a guess: 第三, 约十个. */
const BEFORE = /^[第约約每各前近上几幾数數满滿整]+$/u;
const BEHIND = new RegExp(`^[${COUNTERS}]+$`, 'u');
const NUMERALS = /^[〇零一二三四五六七八九十百千万萬亿億两兩]+$/u;

/** Where a number word stands, and where the whole numeral ends that begins with it. */
export interface Numeral {
  readonly from: number;
  readonly to: number;
  readonly end: number;
  /** Whether it goes on with a number before it. */
  readonly goesOn: boolean;
}

/**
 * Tells words in scripts that leave no space between them, by ICU's dictionaries: สาม is three, but in สามี (husband) no
 * word; 二 counts in 二人 and not in 二酸化炭素.
 */
export class UnspacedWords {
  readonly #segments: Intl.Segments;
  readonly #text: string;

  constructor(text: string, language: string) {
    this.#text = text;
    this.#segments = wordSegmenter(language).segment(text);
  }

  /** Whether a numeral is a word of its own, or all of one beside a counter. */
  isNumeral({ from, to, end, goesOn }: Numeral): boolean {
    const written = this.#text.slice(from, to);
    if (HANGUL.test(written)) return isCounting(written, this.#text.slice(0, from), this.#text.slice(to));
    if (goesOn) return true;
    const first = this.#segments.containing(from);
    const last = this.#segments.containing(end - 1);
    const before = this.#text.slice(first?.index ?? from, from);
    const behind = this.#text.slice(end, (last?.index ?? end) + (last?.segment.length ?? 0));
    return (before === '' || BEFORE.test(before) || NUMERALS.test(before)) && (behind === '' || BEHIND.test(behind));
  }
}

const HANGUL = /^\p{Script=Hangul}+$/u;
