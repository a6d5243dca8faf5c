/**
 * What stands in thousands of texts and says nothing of this one. Small models reach for these first, large ones when
 * they are hurried. By language, because a phrase worn out in one is fresh in another; unknown languages have none.
 */
interface StockPhrases {
  /** Titles that fit any video: "The Ultimate Guide", "Unlock the Secrets of". */
  readonly title: RegExp;
  /** A sentence with one of these would be missed by nobody. */
  readonly filler: RegExp;
  /** Descriptions that begin with themselves: "In this video, we learn about …"; what follows is what they say. */
  readonly opening: RegExp;
}

const PHRASES: Readonly<Record<string, StockPhrases>> = {
  en: {
    title:
      /\b(?:unlock(?:ing)?|unveil(?:ing|ed)?|discover(?:ing)?|secrets? (?:of|to|behind)|mystery of|magic of|art of|power of|world of|(?:science|technology|mechanics|secrets?|story|truth) behind|importance of|basics of|journey|ultimate|complete guide|beginner['’]?s guide|everything you need|a (?:quick |brief |simple |step-by-step )?guide|explained|unleash|mastering|demystif\w+|revealed)\b/i,
    filler:
      /\b(?:plays? (?:a|an) (?:\w+ )?role|(?:it|this) is (?:very |so )?(?:important|essential|crucial)|a (?:wide )?(?:variety|range) of (?:ways|factors|reasons|things)|there are (?:many|various|several)|various (?:factors|ways|reasons|types)|in conclusion|as (?:we|you) (?:can see|know)|in today['’]s world|game[- ]changer|(?:essential|important) part of|take (?:it|your \w+) to the next level|see how it works for you|for years to come)\b/i,
    opening:
      /^(?:(?:in|with) (?:this|today['’]s) (?:\w+ )?(?:video|episode|short|guide),? ?(?:(?:we|you|i)(?:['’]ll| will| are going to|['’]re going to)? )?|(?:this|the) (?:\w+ )?(?:video|episode|short) (?:will )?)(?:(?:explains?|explores?|shows?|learn|look|discuss(?:es)?|discover|covers?|see|find|dives?|delves?|take a look|breaks? down|teach(?:es)?|tells?)(?: you)?(?: out)?(?: about| into| at| that)? )?|^(?:join us|welcome)\b[^.!?]*[.!?]\s*/i,
  },
  de: {
    title:
      /\b(?:geheimniss?e?|entdecken?|enthüllt|alles,? was (?:du|sie) wissen|ultimative|grundlagen (?:der|des|von)|welt (?:der|des)|kunst (?:der|des)|die wissenschaft hinter|übersicht|leitfaden)\b/i,
    filler:
      /\b(?:spielt eine (?:\w+ )?rolle|(?:das|es) ist (?:sehr )?(?:wichtig|entscheidend)|es gibt (?:viele|verschiedene)|verschiedene (?:arten|faktoren|gründe|möglichkeiten)|in der heutigen welt)\b/i,
    opening:
      /^(?:in diesem (?:video|film) (?:\w+ (?:wir|du|ich|sie),? )?|dieses video (?:zeigt|erklärt),? )|^willkommen\b[^.!?]*[.!?]\s*/i,
  },
  es: {
    title:
      /\b(?:secretos? (?:de|del)|descubre|desvela\w*|todo lo que (?:debes|necesitas)|guía (?:definitiva|completa)|el (?:arte|mundo|poder) de|la (?:ciencia|importancia|magia) de(?:trás)?|fundamentos de|un poco de historia)\b/i,
    filler:
      /\b(?:juega un papel|es (?:muy )?(?:importante|esencial|fundamental)|hay (?:muchas?|muchos|diversas?|diferentes) (?:formas|factores|razones|tipos)|en el mundo actual)\b/i,
    opening:
      /^(?:en este (?:video|vídeo),? (?:\w+(?:emos|amos|ás|és) )?|este (?:video|vídeo) (?:muestra|explica) )|^bienvenid[^.!?]*[.!?]\s*/i,
  },
};

function phrasesOf(language: string): StockPhrases | undefined {
  return PHRASES[language.split('-', 1)[0]?.toLowerCase() ?? ''];
}

/** Whether a title could stand over any video: it has a stock phrase, and no half that has none. */
export function isStockTitle(title: string, language: string): boolean {
  return withoutStock(title, language) === '';
}

export function hasFiller(text: string, language: string): boolean {
  return phrasesOf(language)?.filler.test(text) === true;
}

/** Whether a description speaks of itself first and not of what viewers get. */
export function opensWithItself(description: string, language: string): boolean {
  return phrasesOf(language)?.opening.test(description) === true;
}

/** "In this video, we learn how steam is made." → "How steam is made." */
export function withoutOpening(description: string, language: string): string {
  const opening = phrasesOf(language)?.opening;
  if (opening === undefined || !opening.test(description)) return description;
  const rest = description.replace(opening, '').trim();
  return rest.charAt(0).toLocaleUpperCase(language) + rest.slice(1);
}

/** A title says enough with this many words. */
const LEAST_TITLE_WORDS = 3;

/**
 * The title without a stock half: "How a refrigerator works: the science behind it" → "How a refrigerator works".
 * Empty where there is nothing else.
 */
export function withoutStock(title: string, language: string): string {
  const stock = phrasesOf(language)?.title;
  if (stock === undefined || !stock.test(title)) return title;
  const [head = '', ...rest] = title.split(/\s*[:：–—|]\s+/u);
  const halves = [head, rest.join(': ')];
  return halves.find((half) => half.split(' ').length >= LEAST_TITLE_WORDS && !stock.test(half)) ?? '';
}
