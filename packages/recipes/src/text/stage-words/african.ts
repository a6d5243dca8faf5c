import type { StageWords } from './stage-words.ts';

export const african: Readonly<Record<string, StageWords>> = {
  af: {
    speakers: 'verteller|aanbieder|spreker|gas|onderhoudvoerder|(?:vroulike |manlike )?stem|kommentator',
    sections: 'toneel|inleiding|opening|slot|hoek|oproep tot aksie',
    lines: 'beeld|visueel|teks op (?:die )?skerm|musiek|klank(?:effek)?|kamera|oorgang|agtergrondmusiek|ligging',
    subjects: 'beeld|musiek|klank|kamera|oorgang|agtergrondmusiek|ligging',
    cues: 'lag|gelag|giggel|sug|pouse|fluister|applous|hoes|huil|snik|glimlag|knik|knipoog|haal diep asem|tromgeroffel|gejuig|stilte',
    sounds: 'musiek|klank|agtergrondmusiek|sing|saggies',
    shots:
      'sny na|kamera (?:zoem|beweeg|wys)|nabyskoot|ons sien|klank van|(?:[a-z]+ )?musiek (?:speel|begin|stop|vervaag)|(?:vrolike|sagte|dramatiese|rustige) musiek',
    blanks: 'kanaal\\p{L}*|naam|jou|u|skakel|webwerf|merk|produk|maatskappy|datum|stad|onderwerp|aantal|prys|titel',
    inserts: 'voeg in|voeg by|vul in|skryf|hier',
  },
  sw: {
    speakers:
      'msimulizi|msimuliaji|mtangazaji|mwenyeji|mgeni|mzungumzaji|mwandishi wa habari|mhojiwa|mhoji|sauti(?: ya (?:mwanamke|mwanaume|nje))?|mwanamke|mwanaume',
    sections: 'onyesho|tukio|utangulizi|ufunguzi|hitimisho|mwisho|mwito wa kuchukua hatua|wito wa hatua',
    lines:
      'picha|mwonekano|muonekano|maandishi kwenye skrini|kwenye skrini|muziki(?: wa nyuma)?|athari za sauti|kamera|mpito|mahali',
    subjects: 'picha|muziki|kamera|mpito|mahali|mwisho|tukio|sauti|mwanamke|mwanaume',
    cues: "anacheka|wanacheka|kicheko|akicheka|anaguna|anavuta pumzi|pumzi ndefu|anapumua|kimya|ukimya|anasita|ananong[’']ona|akinong[’']ona|makofi|anapiga makofi|anakohoa|analia|akilia|anatabasamu|akitabasamu|anaitikia kwa kichwa|anakonyeza|anapiga kelele|shangwe",
    sounds: 'muziki|sauti|kelele|muziki wa nyuma|anaimba|kwa sauti ya chini',
    shots:
      'kata kwenda|kamera (?:inakaribia|inaonyesha|inasogea)|picha ya karibu|tunaona|sauti ya|muziki (?:unaanza|unapigwa|unaisha|wa (?:furaha|taratibu|kusisimua|huzuni))|maandishi yanaonekana',
    blanks:
      'kituo|chaneli|jina|lako|yako|wako|kiungo|tovuti|chapa|bidhaa|kampuni|tarehe|mji|mada|idadi|namba|nambari|bei|kichwa',
    inserts: 'weka|ingiza|ongeza|jaza|andika|hapa',
  },
};
