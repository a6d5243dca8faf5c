import { paradigms, type Inflections } from './paradigms.ts';

/** A vowel that comes and goes before the last consonant: Czech "pes, psa", "okno, oken". */
function withoutFleeting(vowel: RegExp): (rest: string) => string {
  return (rest) => rest.replace(vowel, '');
}

/** The last consonant as it is before most endings: Czech "kniha, knize", "ruka, ruce", Polish "noga, nodze". */
function hardened(rest: string, changes: Readonly<Record<string, string>>): string {
  for (const [soft, hard] of Object.entries(changes))
    if (rest.endsWith(soft)) return rest.slice(0, -soft.length) + hard;
  return rest;
}

const czech = { z: 'h', ž: 'h', c: 'k', č: 'k', š: 'ch', ř: 'r', ď: 'd', ť: 't', ň: 'n' };
const slovak = { z: 'h', ž: 'h', c: 'k', č: 'k', š: 'ch', ď: 'd', ť: 't', ň: 'n', ľ: 'l' };
const polish = {
  rz: 'r',
  dz: 'g',
  ż: 'g',
  cz: 'k',
  c: 'k',
  sz: 'ch',
  ć: 't',
  ci: 't',
  ś: 's',
  si: 's',
  ź: 'z',
  zi: 'z',
  ń: 'n',
  ni: 'n',
  dzi: 'd',
  dź: 'd',
  ł: 'l',
};
const southern = { z: 'g', ž: 'g', c: 'k', č: 'k', s: 'h', š: 'h' };

/**
 * Paradigms of West and South Slavic nouns, adjectives and verbs, from the languages' grammars. Endings of rare forms are
 * left out: a form too few lets a word pass, a form too many throws a good answer away.
 */
export const slavic: Readonly<Record<string, Inflections>> = {
  cs: {
    paradigms: paradigms(
      '0 u a ovi em e ě i y ů um ům ech ích ách ami ové mi',
      'a y ě e u o ou 0 ám ách ami',
      'e i í ích ím emi 0 ě ě ích ím ěmi',
      'o a u em ě e 0 ům ech ách y',
      'í ích ím ími ího ímu',
      'ost osti ostí ostem ostech ostmi',
      '0 i í em ích mi ím ech',
      'ý á é ého ému ým ém ou í ých ými ější ejší ě',
      'at ám áš á áme áte ají al ala alo ali aly án ána áno áni ány ej ejte ající ání',
      'it ím íš í íme íte il ila ilo ili ily en ena eno eny ení ěn ěna',
      'ovat uji uju uješ uje ujeme ujete ují ujou oval ovala ovalo ovali ovaly ován ována ováno ování uj ujte',
      'nout nu neš ne neme nete nou nul nula nulo nuli nuly nutí',
      'e ete ata at ěte ěti ěte ětem',
    ),
    stem: (rest) => hardened(withoutFleeting(/(?<=[^aeiouyáéíóúůýě])e(?=[^aeiouyáéíóúůýě]$)/u)(rest), czech),
  },
  sk: {
    paradigms: paradigms(
      '0 u a ovi om e i y ov och ami mi ia ovia',
      'a y e i u ou 0 ám iam ách iach ami',
      'o a u om e i 0 ám ách ami iam iach',
      'ie ia iu í iam iach iami ím',
      'osť osti osťou ostí ostiam ostiach osťami',
      'ý á é ého ému ým om ou ú í ých ými ejší ejšia o',
      'ať ám áš á áme áte ajú al ala alo ali aný aná ané aj ajte ajúci anie',
      'iť ím íš í íme íte ia il ila ilo ili ený ená ené enie',
      'ovať ujem uješ uje ujeme ujete ujú oval ovala ovalo ovali ovaný ovanie uj ujte',
    ),
    stem: (rest) => hardened(withoutFleeting(/(?<=[^aeiouyáéíóúýäô])[eo](?=[^aeiouyáéíóúýäô]$)/u)(rest), slovak),
  },
  pl: {
    paradigms: paradigms(
      '0 u a owi em ie e y i ów om ach ami owie',
      'a y i ę ą o ie e 0 om ach ami',
      'o a u em ie e 0 om ach ami',
      'e a u em 0 i om ach ami y',
      'ość ości ością ościom ościach ościami',
      'y a e ego emu ym ej ą i ych ymi szy sza sze ejszy ejsza o ie',
      'i a ie iego iemu im iej ią ich imi',
      'ać am asz a amy acie ają ał ała ało ali ały any ana ane aj ajcie ając anie',
      'ić ię isz i imy icie ią ił iła iło ili iły iony iona ione ienie',
      'yć ę ysz y ymy ycie ą ył yła yło yli yły ony ona one enie',
      'ować uję ujesz uje ujemy ujecie ują ował owała owało owali owały owany owana owane owanie uj ujcie ując',
    ),
    stem: (rest) =>
      hardened(withoutFleeting(/(?<=[^aeiouyąęó])i?e(?=[^aeiouyąęó]$)/u)(rest), polish)
        .replace(/ó(?=[^aeiouyąęó]+$)/u, 'o')
        .replace(/ą(?=[^aeiouyąęó]+$)/u, 'ę'),
  },
  sl: {
    paradigms: paradigms(
      '0 a u om em i e ov ev ih ema oma',
      'a e i o 0 ama am ah ami',
      'o a u om i 0 ih oma e em',
      'ost osti ostjo ostmi ostih ostim',
      'i a o e ega emu em im ih imi ejši ejša',
      'ati am aš a amo ate ajo al ala alo ali ale an ana ano anje aj ajte',
      'iti im iš i imo ite ijo il ila ilo ili ile en ena eno enje',
      'ovati ujem uješ uje ujemo ujete ujejo oval ovala ovalo ovali ovanje',
    ),
    stem: (rest) => hardened(withoutFleeting(/(?<=[^aeiou])e(?=[^aeiou]$)/u)(rest), southern),
  },
  be: {
    paradigms: paradigms(
      '0 а у ом ам е і ы аў оў ах амі',
      'а ы і е у ой ай аю 0 ам ах амі',
      'я і ю ей яй е 0 ям ях ямі',
      'ь і ю ем я яў ям ях ямі',
      'ы ая ое ае ага ому аму ым ой ай ую ых ымі ія',
      'асць асці асцю асцей асцям асцях асцямі',
      'аць аю аеш ае аем аеце аюць аў ала ала алі аны ана',
      'іць ю іш іць ім іце яць іў іла ілі',
    ),
  },
  mk: {
    paradigms: paradigms(
      '0 от ов он и ите а та о то е',
      'а ата и ите о',
      'о ото а ата и',
      'ост оста ости остите',
      'ен на но ни ниот ната ното ните',
      'а ам аш аме ате аат ав аше ал ала але ано',
      'и ам иш име ите ат ив еше ил ила иле ено',
    ),
  },
};
