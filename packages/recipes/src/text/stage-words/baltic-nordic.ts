import type { StageWords } from './stage-words.ts';

/** The Baltic languages and Icelandic. */
export const balticNordic: Readonly<Record<string, StageWords>> = {
  lt: {
    speakers:
      'pasakotoj(?:as|a)|diktor(?:ius|ė)|vedėj(?:as|a)|(?:moters |vyro )?balsas|kalbėtoj(?:as|a)|svečias|viešnia',
    sections: 'scena|įžanga|įvadas|pabaiga|kvietimas veikti',
    lines:
      'vaizdas|vizualai|tekstas ekrane|ekrane|muzika|garsas|garso efekt(?:as|ai)|kamera|kadras|perėjimas|foninė muzika',
    subjects: 'vaizdas|muzika|garsas|kamera|kadras|perėjimas|balsas|foninė muzika',
    cues: 'juokiasi|juokas|juokdamasis|kikena|atsidūsta|atodūsis|pauzė|šnabžda|šnabždesys|plojimai|ploja|kosti|kosulys|verkia|šypsosi|šypsena|linkteli|mirkteli|giliai įkvepia|tyla|šaukia',
    sounds: 'muzika|garsas|triukšmas|foninė muzika|dainuoja|tyliai|garsiai',
    shots:
      'kamera (?:priartėja|rodo|juda)|stambus planas|bendras planas|matome|girdisi|(?:linksma|rami|tyli|dramatiška) muzika|muzika (?:groja|pritilsta|prasideda|nutyla)',
    blanks:
      'kanal\\p{L}*|pavadinim\\p{L}*|vard\\p{L}*|jūsų|tavo|nuorod\\p{L}*|svetain\\p{L}*|prekės ženkl\\p{L}*|produkt\\p{L}*|įmon\\p{L}*|data|miest\\p{L}*|tema|skaiči\\p{L}*|kaina|antraštė',
    inserts: 'įterpkite|įrašykite|pridėkite|įveskite|čia',
  },
  lv: {
    speakers:
      'stāstītāj(?:s|a)|diktor(?:s|e)|vadītāj(?:s|a)|(?:sievietes |vīrieša )?balss|runātāj(?:s|a)|viesis|aizkadra balss',
    sections: 'aina|ievads|nobeigums|noslēgums|aicinājums rīkoties',
    lines:
      'attēls|vizuāli|teksts (?:uz ekrāna|ekrānā)|uz ekrāna|mūzika|skaņa|skaņas efekt(?:s|i)|kamera|kadrs|pāreja|fona mūzika',
    subjects: 'attēls|mūzika|skaņa|kamera|kadrs|pāreja|balss|fona mūzika',
    cues: 'smejas|smiekli|smejoties|ķiķina|nopūšas|nopūta|pauze|čukst|čuksti|aplausi|aplaudē|klepo|klepus|raud|smaida|smaids|pamāj|pamirkšķina|dziļi ieelpo|klusums|kliedz',
    sounds: 'mūzika|skaņa|troksnis|fona mūzika|dzied|klusi|skaļi',
    shots:
      'kamera (?:pietuvojas|rāda|virzās)|tuvplāns|kopplāns|redzam|dzirdam|(?:priecīga|mierīga|klusa|dramatiska) mūzika|mūzika (?:skan|pieklust|sākas|apklust)',
    blanks:
      'kanāl\\p{L}*|nosaukum\\p{L}*|vārds|jūsu|tavs|saite|vietne|zīmols|produkt\\p{L}*|uzņēmum\\p{L}*|datums|pilsēta|tēma|skaitlis|cena|virsraksts',
    inserts: 'ievietojiet|ierakstiet|pievienojiet|ievadiet|šeit',
  },
  et: {
    speakers: 'jutustaja|diktor|saatejuht|(?:naise|mehe)?hääl|kõneleja|külaline|reporter',
    sections: 'stseen|sissejuhatus|lõpetus|lõppsõna|üleskutse tegutseda',
    lines: 'pilt|visuaal|tekst ekraanil|ekraanil|muusika|heli|heliefekt|kaamera|kaader|üleminek|taustamuusika',
    subjects: 'pilt|muusika|heli|kaamera|kaader|üleminek|hääl|taustamuusika',
    cues: 'naerab|naer|naerdes|kihistab|ohkab|ohe|paus|sosistab|sosin|aplaus|plaksutab|köhib|köha|nutab|naeratab|naeratus|noogutab|pilgutab silma|hingab sügavalt|vaikus|hüüab',
    sounds: 'muusika|heli|müra|taustamuusika|laulab|vaikselt|valjult',
    shots:
      'kaamera (?:suumib|näitab|liigub)|lähivõte|üldplaan|näeme|kuuleme|(?:rõõmus|rahulik|vaikne|dramaatiline) muusika|muusika (?:mängib|vaibub|algab|lõpeb)',
    blanks: 'kanali?|nimi|sinu|teie|link|veebileht|bränd|toode|ettevõte|kuupäev|linn|teema|number|hind|pealkiri',
    inserts: 'sisesta(?:ge)?|lisa(?:ge)?|kirjuta(?:ge)?|siia',
  },
  is: {
    speakers: 'sögumaður|þulur|kynnir|(?:kven|karl)?rödd|ræðumaður|gestur|spyrill',
    sections: 'atriði|inngangur|lokaorð|ákall til aðgerða',
    lines: 'mynd|myndefni|texti á skjá|á skjá|tónlist|hljóð|hljóðbrella|myndavél|skot|skipting|bakgrunnstónlist',
    subjects: 'mynd|tónlist|hljóð|myndavél|skot|skipting|rödd|bakgrunnstónlist',
    cues: 'hlær|hlátur|hlæjandi|flissar|andvarpar|andvarp|þögn|hvíslar|hvísl|lófaklapp|klappar|hóstar|hósti|grætur|brosir|bros|kinkar kolli|blikkar|dregur djúpt andann|hrópar',
    sounds: 'tónlist|hljóð|hávaði|bakgrunnstónlist|syngur|lágt|hátt',
    shots:
      'myndavél(?:in)? (?:sýnir|færist)|nærmynd|víðmynd|við sjáum|heyrist|(?:glaðleg|róleg|dramatísk) tónlist|tónlist (?:hefst|hljóðnar|spilar)',
    blanks:
      'rás\\p{L}*|heiti|nafn|þitt|þín|hlekkur|vefsíða|vörumerki|vara|fyrirtæki|dagsetning|borg|efni|fjöldi|verð|titill',
    inserts: 'setjið|settu|bætið|bættu|skrifið|hér',
  },
};
