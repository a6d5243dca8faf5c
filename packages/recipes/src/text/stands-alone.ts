/** Ends a sentence, quotation marks and brackets after it. */
const SENTENCE_END = /(?:^|[.!?…。！？؟।۔:：][”"'’»」』)\]]*)\s*$|\n\s*$/u;
/** Goes on with the sentence: a small letter or punctuation. */
const GOES_ON = /^\s*[\p{Ll},;:.!?…，、。：；！？)\]’”%]/u;
const CONTEXT = 12;

/** A part of a text by its place. */
export interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a part stands for itself, between sentences or at an end of the text, and not inside a sentence. */
export function standsAlone(place: Place): boolean {
  return beginsSentence(place) && !GOES_ON.test(place.text.slice(place.end, place.end + CONTEXT));
}

/** Whether a sentence begins where the part begins. */
export function beginsSentence({ text, start }: Place): boolean {
  return SENTENCE_END.test(text.slice(Math.max(0, start - CONTEXT), start));
}

/** Whether a sentence ends inside of a remark, so that it is speech: "(This is normal.)". */
export function isSentence(remark: string): boolean {
  return /[.!?…。！？؟।]["”’»]*$/u.test(remark.trim());
}
