import type { StageWords } from './stage-words.ts';

export const germanic: Readonly<Record<string, StageWords>> = {
  de: {
    speakers:
      'sprecher(?:in)?|erzähler(?:in)?|moderator(?:in)?|off[- ]?(?:stimme|sprecher(?:in)?|text)|(?:weibliche |männliche |frauen|männer)?stimme(?: aus dem off)?|gast|interviewer(?:in)?|reporter(?:in)?|ansager(?:in)?|mann|frau|kommentar',
    sections: 'szene|einleitung|einstieg|aufhänger|abspann|vorspann|sprechtext|handlungsaufforderung|teil des skripts',
    lines:
      'bild|bildbeschreibung|visuell|visuals|einblendung|text(?:einblendung)?|bildschirmtext|ton|toneffekt|geräusch(?:e)?|musik|kamera|einstellung|schnitt|regie(?:anweisung)?|übergang|grafik|hintergrundmusik|soundeffekt|ort',
    subjects: 'bild|text|ton|geräusch(?:e)?|musik|kamera|einstellung|schnitt|übergang|grafik|hintergrundmusik|ort',
    cues: 'lach(?:t|en|end|elt|eln|elnd)|gelächter|kichert?|seufz(?:t|en|end|er)|pause|flüster(?:t|n|nd)|applaus|klatsch(?:t|en)|hust(?:et|en|end)|räuspert sich|schluchz(?:t|en)|wein(?:t|end)|stöhnt|ruft|schreit|grins(?:t|en|end)|nick(?:t|end)|zwinkert|holt tief luft|atmet (?:tief )?(?:ein|aus|durch)|trommelwirbel|jubel(?:t)?|stille|schweigen|zuckt mit den schultern',
    sounds: 'musik|ton|geräusch|hintergrundmusik|titelmusik|soundeffekt|klingel|singt|leise|laut',
    shots:
      'schnitt (?:auf|zu)|kamera(?:fahrt| fährt| zoomt| schwenkt| zeigt)|kameraschwenk|nahaufnahme|großaufnahme|totale|einblendung|überblendung|text(?:einblendung| erscheint)|(?:[a-zäöü]+ )?musik (?:spielt|setzt ein|wird|klingt|endet|beginnt|verstummt|ertönt)|man (?:sieht|hört)|geräusch von|(?:fröhliche|leise|dramatische|ruhige|sanfte|spannende|heitere) musik',
    blanks:
      'kanal\\p{L}*|name|dein\\p{L}*|ihr\\p{L}*|link|webseite|website|marke|produkt|firma|unternehmen|datum|stadt|ort|thema|zahl|betrag|preis|titel',
    inserts: 'einfügen|hier|bitte|ergänzen|eintragen|dein\\p{L}*',
  },
  nl: {
    speakers:
      'verteller|presentator|presentatrice|spreker|voice-?over|gast|interviewer|gastheer|gastvrouw|(?:vrouwelijke |mannelijke |vrouwen|mannen)?stem',
    sections: 'scène|inleiding|opening|afsluiting|haak',
    lines:
      'beeld|visueel|tekst (?:op|in) (?:het )?(?:scherm|beeld)|muziek|geluid(?:seffect)?|camera|overgang|achtergrondmuziek|locatie',
    subjects: 'beeld|muziek|geluid|camera|overgang|achtergrondmuziek|locatie',
    cues: 'lach(?:t|en|end)|gelach|grinnikt|zucht(?:en|end)?|pauze|fluister(?:t|end)|applaus|klapt|hoest|schraapt (?:zijn|haar) keel|snikt|huilt|glimlach(?:t|end)|knikt|knipoogt|haalt (?:diep )?adem|tromgeroffel|gejuich|stilte',
    sounds: 'muziek|geluid|achtergrondmuziek|zingt|zachtjes',
    shots:
      'snij naar|beeld (?:van|wisselt)|camera (?:zoomt|beweegt|toont|draait)|close-?up van|we zien|geluid van|(?:[a-z]+ )?muziek (?:speelt|begint|stopt|zwelt|vervaagt)|(?:vrolijke|zachte|dramatische|rustige) muziek',
    blanks:
      'kanaal\\p{L}*|naam|je|jouw|uw|link|website|merk|product|bedrijf|datum|stad|plaats|onderwerp|aantal|prijs|titel',
    inserts: 'invoegen|voeg|vul|hier',
  },
  sv: {
    speakers:
      'berättare|berättarröst|programledare|speaker(?:röst)?|värd|gäst|intervjuare|(?:kvinnlig |manlig |kvinno|mans)?röst',
    sections: 'scen|inledning|avslutning|uppmaning',
    lines: 'bild|visuellt|text i bild|text på skärmen|musik|ljud(?:effekt)?|kamera|klipp|övergång|bakgrundsmusik|plats',
    subjects: 'bild|musik|ljud|kamera|klipp|övergång|bakgrundsmusik|plats',
    cues: 'skratt(?:ar|ande)?|fnissar|suck(?:ar|ande)?|paus|viskar|viskande|applåder(?:ar)?|klappar|host(?:ar|ande)|harklar sig|snyftar|gråter|ler|leende|nickar|blinkar|andas (?:in|ut|djupt)|trumvirvel|jubel|tystnad',
    sounds: 'musik|ljud|bakgrundsmusik|sjunger|tyst',
    shots:
      'klipp till|klipper till|kameran (?:zoomar|panorerar|visar|rör sig)|närbild|vi ser|ljudet av|(?:[a-zåäö]+ )?musik (?:spelas|börjar|tonar|slutar)|(?:glad|lugn|dramatisk|mjuk) musik',
    blanks: 'kanal\\p{L}*|namn|din|ditt|länk|webbplats|varumärke|produkt|företag|datum|stad|ort|ämne|antal|pris|titel',
    inserts: 'infoga|lägg till|fyll i|skriv|här',
  },
  da: {
    speakers: 'fortæller|vært|speaker|taler|gæst|interviewer|stemme',
    sections: 'scene|indledning|afslutning|opfordring',
    lines: 'billede|visuelt|tekst på skærmen|musik|lyd(?:effekt)?|kamera|klip|overgang|baggrundsmusik|sted',
    subjects: 'billede|musik|lyd|kamera|klip|overgang|baggrundsmusik|sted',
    cues: 'griner|ler|latter|fniser|sukker|suk|pause|hvisker|hviskende|klapsalve|bifald|klapper|hoster|rømmer sig|hulker|græder|smiler|nikker|blinker|trækker vejret|trommehvirvel|jubel|stilhed',
    sounds: 'musik|lyd|baggrundsmusik|synger',
    shots:
      'klip til|kameraet (?:zoomer|panorerer|viser)|nærbillede|vi ser|lyden af|(?:[a-zæøå]+ )?musik (?:spiller|begynder|toner|stopper)|(?:munter|rolig|dramatisk|blød) musik',
    blanks: 'kanal\\p{L}*|navn|dit|din|link|hjemmeside|mærke|produkt|virksomhed|dato|by|sted|emne|antal|pris|titel',
    inserts: 'indsæt|tilføj|udfyld|skriv|her',
  },
  no: {
    speakers: 'forteller|programleder|vert|speaker|gjest|intervjuer|fortellerstemme|stemme',
    sections: 'scene|innledning|avslutning|oppfordring',
    lines: 'bilde|visuelt|tekst på skjermen|musikk|lyd(?:effekt)?|kamera|klipp|overgang|bakgrunnsmusikk|sted',
    subjects: 'bilde|musikk|lyd|kamera|klipp|overgang|bakgrunnsmusikk|sted',
    cues: 'ler|latter|fniser|sukker|sukk|pause|hvisker|hviskende|applaus|klapper|hoster|kremter|hulker|gråter|smiler|nikker|blunker|trekker pusten|trommevirvel|jubel|stillhet',
    sounds: 'musikk|lyd|bakgrunnsmusikk|synger',
    shots:
      'klipp til|kameraet (?:zoomer|panorerer|viser)|nærbilde|vi ser|lyden av|(?:[a-zæøå]+ )?musikk (?:spilles|begynner|toner|stopper)|(?:munter|rolig|dramatisk|myk) musikk',
    blanks: 'kanal\\p{L}*|navn|ditt|din|lenke|nettsted|merke|produkt|firma|dato|by|sted|tema|antall|pris|tittel',
    inserts: 'sett inn|legg til|fyll inn|skriv|her',
  },
};
