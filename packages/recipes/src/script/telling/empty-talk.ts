import { primarySubtag } from '../../language/scripts.ts';

/**
 * English sentences that promise what they do not say, or say that nothing is known: "Let's find out.", "It's a mystery!",
 * "There are many reasons for this." A small model that has no more to say says these.
 */
const EMPTY = new RegExp(
  [
    String.raw`^(?:(?:and|but|so|well|yet),? )?(?:it|this|that|why(?: \p{L}+){1,4})(?:['’]s| is| remains)(?: still| quite)? (?:a|something of a|one of the great(?:est)?) myster(?:y|ies)(?:[.!]| (?:why|how|to|that|what)\b[^:]*)?$`,
    String.raw`^(?:(?:and|but|so|well) )?the (?:answer|reason|truth|secret)(?: (?:to|for|behind) (?:this|that|it))? (?:is|may|might|could|will)(?: be)? (?:(?:quite|very|not so|actually) )?(?:simple|surprising|complex|complicated|surprise you)[.!]?$`,
    String.raw`^(?:(?:and|but|so|well),? )?let(?:['’]s| us) (?:find out|dive|take a (?:closer )?look|explore|get started|break it down)\b[^:]*$`,
    String.raw`^(?:stay tuned|keep (?:watching|reading|listening)|read on|you(?:['’]ll| will| might| may) be (?:surprised|amazed))\b[^:]*$`,
    String.raw`^(?:(?:and|but|so|well),? )?there (?:are|can be|could be) (?:many|several|various|a few|a number of|different|numerous)(?: (?:possible|different|good))? (?:reasons|factors|explanations|theories|causes)\b[^:]*$`,
    String.raw`^[^:,;]* for (?:a (?:wide )?(?:variety|number) of|many|several|various)(?: (?:different|good))? reasons[.!]?$`,
    String.raw`^(?:and |but )?(?:many|most|some|lots of|too many) (?:people|homeowners|owners|beginners|of us) (?:overlook|neglect|ignore|forget|underestimate)(?: about)? (?:this|it|that)\b[^:;]*$`,
    String.raw`^[^:,;]*(?:,[^:,;]*)? for (?:a|some) (?:very )?(?:good |special )?reason[.!]?$`,
    // What it was told to keep to, said of itself.
    String.raw`^(?:this|that|it|these|they)\b[^:,]* (?:is|are) (?:a )?(?:very |quite )?(?:well[- ]known|common knowledge)(?: (?:fact|thing|behaviou?r|process))?(?: and [^:,]*)?[.!]?$`,
    String.raw`^(?:it|this|that) (?:all )?(?:happens|works|goes) step by step[.!]?$`,
    String.raw`^(?:this|that|it|(?:the|this|its) (?:technology|technique|process|method|system|idea|concept)) (?:is|are) based on the (?:basic )?principles of\b[^:]*$`,
    String.raw`^(?:it|this|that) (?:all )?depends on (?:many|several|various|a number of) (?:things|factors)[.!]?$`,
  ].join('|'),
  'iu',
);

/** Whether an English sentence could go without anybody missing something. */
export function isEmptyTalk(sentence: string, language: string): boolean {
  return primarySubtag(language) === 'en' && EMPTY.test(sentence.trim());
}

/** The sentences without empty talk, and without the question that only empty talk answered: "But why? It's a mystery." */
export function withoutEmptyTalk(sentences: readonly string[], language: string): string[] {
  const kept: string[] = [];
  for (const [at, sentence] of sentences.entries()) {
    if (!isEmptyTalk(sentence, language)) kept.push(sentence);
    else if (isQuestion(kept.at(-1)) && isUnanswered(sentences[at + 1])) kept.pop();
  }
  return kept;
}

function isQuestion(sentence = ''): boolean {
  return /[?]["”]?$/u.test(sentence);
}

/** Where nothing follows, or the next question. */
function isUnanswered(next: string | undefined): boolean {
  return next === undefined || isQuestion(next);
}
