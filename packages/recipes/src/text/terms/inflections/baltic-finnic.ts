import { paradigms, type Inflections } from './paradigms.ts';

/** Latvian and Estonian nouns, adjectives and verbs, from the languages' grammars. */
export const baltic: Readonly<Record<string, Inflections>> = {
  lv: {
    paradigms: paradigms(
      's a am u ā i iem us os š',
      'is a im i ī ji u iem us os ja jiem jus jos ju',
      'us um u ū i iem os',
      'a as ai u ā am ās',
      'e es ei i ē u ēm ēs',
      's ij i ī is u im īs',
      'ais ā o ajam ajai ie ās ajiem ajām os āk',
      'āt āju ā ājam ājat āja āts āta āšana',
      'ēt ēju ē ējam ējat ēja ēts ēta ēšana',
      'īt u i a ām āt īja īts īta īšana',
    ),
    stem: (rest) =>
      rest
        .replace(/š$/u, 's')
        .replace(/ž$/u, 'd')
        .replace(/ļ$/u, 'l')
        .replace(/ņ$/u, 'n')
        .replace(/ģ$/u, 'g')
        .replace(/ķ$/u, 'k'),
  },
  et: {
    paradigms: paradigms(
      '0 i a u e t it d id de ide te sse isse s is st ist le ile l il lt ilt ks iks ga iga ta ita ni na des desse dest dele del delt deks dega deta',
      'us use ust usse uses usest usele usel uselt useks usega used uste usi',
      'ne se st sse ses sest sele sel selt seks sega sed ste si',
      'ma da n d b me te vad s sin si ti nud tud takse',
    ),
  },
};
