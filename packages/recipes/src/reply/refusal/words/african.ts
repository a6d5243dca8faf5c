import type { RefusalWords } from './refusal-words.ts';

/** How a no is said in Afrikaans and Swahili. */
export const african: Readonly<Record<string, RefusalWords>> = {
  af: {
    marks: 'nie|geen|weier|afwys|teen|strydig',
    cannot:
      '(?:kan|mag|wil|sal) ek(?: \\S+){0,4}? ?(?:nie|geen)|ek (?:kan|mag|wil|sal|is|voel)(?: \\S+){0,5}? ?(?:nie|geen)|ek moet (?:\\S+ ){0,3}(?:weier|afwys)|ek weier',
    help: 'help|bystaan|voldoen|uitvoer|weier|afwys|doen nie|gemaklik|antwoord op (?:hierdie|so)',
    make: 'skryf|skep|maak|genereer|lewer|verskaf|opstel|gee',
    object:
      '(?:hierdie|daardie|so|sulke|jou|u) (?:\\S+ )?(?:versoek|inhoud|onderwerp|teks|draaiboek|vraag|soort|video)\\S*|inhoud|(?:hier|daar)(?:oor|mee|by|aan)|(?:dit|dat)(?= nie|[.,!]|$)',
    outright:
      '(?:strydig met|teen|oortree) (?:my|ons) (?:riglyne|reëls|beleid|beginsels)|(?:jammer|ongelukkig|verskoon my|ek is jammer),? (?:maar )?(?:ek kan|kan ek) (?:\\S+ ){0,3}nie (?:\\S+ ){0,3}(?:help|doen|skryf|voldoen)',
    beside:
      "jammer|ongelukkig|verskoon|as (?:'n )?(?:ki|taalmodel|assistent|kunsmatige)|taalmodel|riglyn|reël|skadelik|onwettig|gevaarlik|onvanpas|in plaas daarvan|alternatief|graag|as jy|ander onderwerp",
    said: 'gesê|sê|antwoord hy|antwoord sy|geroep|gevra',
  },
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
