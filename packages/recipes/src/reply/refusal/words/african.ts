import type { RefusalWords } from './refusal-words.ts';

/** How a no is said in Swahili. */
export const african: Readonly<Record<string, RefusalWords>> = {
  sw: {
    marks: 'siwez|sitawez|hatuwez|sina uwezo|samahani|kataa|kinyume|nje ya',
    cannot:
      'siwezi|sitaweza|hatuwezi|sina uwezo|siruhusiwi|sitaki|nisingependa|ningependa kuto|ninakataa|nakataa|lazima nikatae|sijisikii huru',
    help: 'kusaidia|kukusaidia|kuwasaidia|kutimiza|kutekeleza|kufanya (?:hivyo|hilo|hili)|kuendelea|kujibu|nikatae|ninakataa|nakataa',
    make: 'kuandika|kuunda|kutengeneza|kutoa|kuandaa|kuzalisha|kujibu',
    object:
      '(?:ombi|maudhui|mada|maandishi|hati|video|jambo|aina)(?: \\S+)? (?:hili|haya|hii|hiyo|hilo|kama)|maudhui|ombi|kuhusu (?:hili|hilo)|(?:hili|hilo|hiyo)(?=[.,!]|$)',
    outright:
      '(?:hili|hii|ombi hili|mada hii) (?:\\S+ )?nje ya (?:uwezo|mipaka|mamlaka)|kinyume (?:na|cha) (?:miongozo|sera|kanuni|sheria)|(?:samahani|pole|naomba radhi),? (?:lakini |ila )?(?:mimi )?siwezi (?:\\S+ ){0,2}(?:kukusaidia|kusaidia|kufanya|kutimiza|kuandika)',
    beside:
      'samahani|pole|naomba radhi|kwa bahati mbaya|kama (?:ai|modeli|msaidizi|akili)|modeli ya lugha|akili bandia|miongozo|sera|kanuni|hatari|madhara|haramu|haifai|badala yake|njia mbadala|nitafurahi|ikiwa (?:una|unge)|kama una|mada nyingine|jambo lingine',
    said: 'alisema|akasema|anasema|aliuliza|akajibu|alijibu',
  },
};
