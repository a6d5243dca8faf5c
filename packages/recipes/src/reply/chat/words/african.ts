import type { ChatWords } from './chat-words.ts';

/** What stands around an answer in Afrikaans and Swahili. */
export const african: Readonly<Record<string, ChatWords>> = {
  af: {
    assent: 'natuurlik|sekerlik|beslis|graag|goed so|verstaan|met plesier',
    here: 'hier (?:is|volg)|hieronder|dit is',
    thing:
      'vertelling|narrasie|draaiboek|toneel|weergawe|teks|titel|beskrywing|antwoord|resultaat|konsep|vertaling|paragraaf|voorstel|json',
    offer: 'laat (?:my|gerus) weet|laat weet|as jy (?:iets|enige|nog|veranderinge).{0,60}(?:kan ek|laat|wil hê)',
    remark: 'ek hoop|wil jy|ek kan ook|nota:|aantal woorde',
    answer: '(?:finale |hersiene )?(?:antwoord|weergawe)|resultaat|finale teks',
    draft: 'konsep|eerste weergawe',
    option: 'opsie|weergawe|alternatief|voorstel',
  },
  sw: {
    assent: 'hakika|bila shaka|sawa|naam|ndiyo|kwa furaha',
    here: 'hii hapa|haya hapa|hapa (?:ni|kuna)|hii ni|ifuatayo ni|hapa chini',
    thing:
      'simulizi|masimulizi|onyesho|tukio|toleo|maandishi|kichwa|maelezo|mstari|sentensi|jibu|matokeo|rasimu|tafsiri|orodha|pendekezo|json',
    offer:
      'nijulishe|niambie|tafadhali nijulishe|kama (?:unataka|ungependa|unahitaji|una).{0,60}(?:naweza|nijulishe|niambie)',
    remark: 'natumaini|je, (?:ungependa|unataka)|naweza pia|kumbuka:|idadi ya maneno',
    answer: 'jibu(?: la mwisho)?|matokeo|toleo la mwisho|maandishi ya mwisho',
    draft: 'rasimu|toleo la kwanza',
    option: 'chaguo|toleo|pendekezo|mbadala',
  },
};
