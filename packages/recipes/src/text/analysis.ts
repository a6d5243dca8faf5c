import { surveyLanguage, type LanguageSurvey } from '../language/detect.ts';
import { splitSentences } from './sentences.ts';
import { countCharacters, foldedWords, words } from './words.ts';

/**
 * What is seen in a text: looked for when it is first asked for, and once. Taking texts apart into words was most of
 * what checks cost while each of them did it for itself.
 */
export class TextAnalysis {
  readonly text: string;
  #words: readonly string[] | undefined;
  #foldedWords: readonly string[] | undefined;
  #vocabulary: ReadonlySet<string> | undefined;
  #sentences: readonly string[] | undefined;
  #survey: LanguageSurvey | undefined;
  #characters: number | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** As they stand. */
  get words(): readonly string[] {
    return (this.#words ??= words(this.text));
  }

  /** For comparing. */
  get foldedWords(): readonly string[] {
    return (this.#foldedWords ??= foldedWords(this.text));
  }

  /** Its different words, folded. */
  get vocabulary(): ReadonlySet<string> {
    return (this.#vocabulary ??= new Set(this.foldedWords));
  }

  get sentences(): readonly string[] {
    return (this.#sentences ??= splitSentences(this.text));
  }

  /** How many characters of scripts without spaces it has. */
  get characters(): number {
    return (this.#characters ??= countCharacters(this.text));
  }

  get survey(): LanguageSurvey {
    return (this.#survey ??= surveyLanguage(this.text));
  }
}

const analyses = new WeakMap<object, Map<string, TextAnalysis>>();

/** The analysis of a text of a draft, the same for all of its checks; it goes when the draft does. */
export function analysisOf(text: string, draft: object): TextAnalysis {
  let ofDraft = analyses.get(draft);
  if (ofDraft === undefined) {
    ofDraft = new Map();
    analyses.set(draft, ofDraft);
  }
  let analysis = ofDraft.get(text);
  if (analysis === undefined) {
    analysis = new TextAnalysis(text);
    ofDraft.set(text, analysis);
  }
  return analysis;
}
