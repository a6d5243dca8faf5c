import { marks, type LanguageMarks } from './marks.ts';

/** Germanic languages in Latin letters. */
export const germanicWords: Readonly<Record<string, LanguageMarks>> = {
  en: marks(
    "the of and to a in is it you that for on with as this be at are by from or your have an was not can what how why when which they we their there its it's but if will one all more so about into than then just do does no out up who i he she his her our my has had been make get top best better every explain explained guide tips review history works without working yourself everything nobody vs",
  ),
  de: marks(
    'der die das und ist in den von zu mit sich auf für nicht ein eine einer eines dem des es auch als an wie was warum wer wann im am man du sie er wir ich oder aber wenn so nur noch bei aus nach wird werden sind hat haben kann können zum zur über durch mehr dein deine tipps funktioniert mein meine meinen meiner deinen besten beste bester jeder ohne gegen unter vom beim ins alles etwas selber selbst machen lohnt',
    /ß/,
  ),
  nl: marks(
    'de het een en van is in dat op te zijn voor met niet aan er om die ook als dan maar bij hoe wat waarom wie wanneer je jij we ze wij hij dit door naar uit nog kan worden wordt heeft hebben meer over tot of zo deze jouw werkt mijn beste mooiste één eén zonder tegen altijd alles zelf dus onze ons iets moet doen maken jezelf',
  ),
  af: marks(
    "die 'n en in van is dit dat vir met op aan nie se te om wat hoe hoekom wanneer wie waar jy jou ek my ons hulle hy sy haar maar of as by na uit oor deur kan moet sal het was word meer baie alle altyd sonder tussen ook nog net so beste elke hierdie daardie werk",
  ),
  sv: marks(
    'och att det i en ett som är på för av med den till inte har de om var hur vad varför när man du vi jag kan men så eller från ska också mer sig din ditt alla över vid fungerar min mitt mina bästa finaste utan mot mellan under bara allt göra gör dina vår sina lära värt värd',
  ),
  da: marks(
    'og at det i en et som er på for af med den til ikke har de om var hvordan hvad hvorfor når man du vi jeg kan men så eller fra skal også mere sig din dit alle over ved bliver fungerer virker min mit mine bedste uden mod mellem under kun alt gøre gør dine vores sådan begår værd efter',
    /[æ]/,
  ),
  no: marks(
    'og å det i en et som er på for av med den til ikke har de om var hvordan hva hvorfor når man du vi jeg kan men så eller fra skal også mer seg din ditt alle over ved blir fungerer virker min mitt mine beste uten mot mellom under bare alt gjøre gjør dine våre slik verdt etter noe egentlig hvem hvilken dere',
  ),
  is: marks(
    'og að í á er sem það ekki um með fyrir til af frá en hvað hvernig hverju hvers vegna hvenær hver ég þú hann hún við þið þeir þín þinn mín minn þetta þessi eru var voru hefur hafa verið eða ef bara líka mjög alltaf án gegn bestu allt allir svo upp út',
    /[ðþ]/,
  ),
};
