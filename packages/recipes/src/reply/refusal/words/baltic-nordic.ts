import type { RefusalWords } from './refusal-words.ts';

/** How a no is said in the Baltic languages, Estonian and Icelandic. */
export const balticNordic: Readonly<Record<string, RefusalWords>> = {
  et: {
    marks: 'ei|keeldu|vastuol|rikub',
    cannot:
      '(?:ma |mina )?(?:ei saa|ei tohi|ei soovi|ei taha|ei suuda|ei ole võimeline|pole võimeline)|(?:pean|olen sunnitud) (?:\\S+ )?keelduma|keeldun',
    help: 'aidata|abistada|täita|keeldu|seda teha|vastata',
    make: 'kirjutada|luua|koostada|genereerida|pakkuda|teha',
    object:
      '(?:se|sel|sell|teie|sinu|nii)\\S* (?:\\S+ )?(?:palv|taotlu|sisu|teema|tekst|stsenaarium|video|päring)\\S*|sisu\\S*|sellest|(?:seda|see)(?=[.,!]|$)',
    outright:
      '(?:vastuolus|rikub) (?:minu|meie) \\S+|(?:vabandust|vabandage|kahjuks|kahju),? (?:aga |kuid )?(?:ma )?(?:ei saa|ei tohi) (?:\\S+ ){0,4}(?:aidata|täita|kirjutada|teha|abistada)',
    beside:
      'vabandust|vabandage|kahjuks|kahju|kui (?:tehisintellekt|keelemudel|assistent)|keelemudel|juhis|reegl|kahjulik|ebaseaduslik|ohtlik|sobimatu|selle asemel|alternatiiv|hea meelega|kui (?:soovite|soovid)|muu teema|teist teemat',
    said: 'ütles|vastas|küsis|hüüdis',
  },
  lt: {
    marks: 'nega|ne|atsisak|prieštar|pažeid|nenor',
    cannot:
      '(?:aš )?(?:negaliu|negalėsiu|negalime|nesu įgaliot\\S*|nenoriu|nenorėčiau|nesijaučiu patogiai)|(?:turiu|esu priverst\\S*|privalau) (?:\\S+ )?atsisakyti|atsisakau',
    help: 'padėti|pagelbėti|įvykdyti|vykdyti|atsisaky|atsisakau|to (?:pa)?daryti|patogiai|atsakyti į (?:šį|tokį)',
    make: 'rašyti|parašyti|kurti|sukurti|generuoti|pateikti|parengti|paruošti',
    object:
      '(?:š|tok|jūs|tav)\\S* (?:\\S+ )?(?:prašym|užklaus|turin|tem|tekst|scenarij|vaizdo)\\S*|turin\\S*|apie tai|(?:šio|to|tai)(?=[.,!]|$)',
    outright:
      '(?:prieštarauja|pažeidžia) (?:mano|mūsų) \\S+|(?:atsiprašau|apgailestauju|deja),? (?:bet |tačiau )?(?:aš )?negaliu (?:jums |tau |to |su tuo )*(?:padėti|pagelbėti|padaryti|įvykdyti|parašyti)',
    beside:
      'atsiprašau|apgailestauju|deja|kaip (?:di|dirbtin|kalbos|asistent)|kalbos model|gair|taisykl|žaling|neteisėt|pavojing|netinkam|vietoj|alternatyv|mielai|jei (?:norite|reikia|nori)|kit\\S+ tem',
    said: 'sakė|pasakė|sako|atsakė|sušuko|paklausė',
  },
  lv: {
    marks: 'neva|nevē|ne|atsak|pretrun|pārkāp',
    cannot:
      '(?:es )?(?:nevaru|nevarēšu|nevaram|nedrīkstu|nevēlos|negribu|nejūtos ērti)|(?:man )?(?:jāatsakās|nākas atteikties|ir jāatsakās)|atsakos',
    help: 'palīdzēt|izpildīt|atteikties|atsakos|jāatsakās|to (?:iz)?darīt|ērti|atbildēt uz (?:šo|šādu)',
    make: 'rakstīt|uzrakstīt|radīt|izveidot|ģenerēt|sniegt|sagatavot',
    object:
      '(?:š|tād|jūs|tav)\\S* (?:\\S+ )?(?:pieprasījum|lūgum|satur|tem|tēm|tekst|scenārij|video)\\S*|satur\\S*|par to|(?:šo|to)(?=[.,!]|$)',
    outright:
      '(?:ir pretrunā ar|pārkāpj) (?:manām|manus|mūsu) \\S+|(?:atvainojiet|atvaino|diemžēl|piedodiet),? (?:bet )?(?:es )?nevaru (?:jums |tev |to |ar to |ar šo \\S+ )*(?:palīdzēt|izdarīt|izpildīt|uzrakstīt)',
    beside:
      'atvaino|diemžēl|piedod|kā (?:mi|mākslīg|valodas|asistent)|valodas model|vadlīnij|noteikum|kaitīg|nelikumīg|bīstam|nepiemērot|tā vietā|alternatīv|labprāt|ja (?:vēlaties|jums|vēlies)|cit\\S+ tēm',
    said: 'teica|saka|atbildēja|iesaucās|jautāja',
  },
  is: {
    marks: 'ekki|hafna|neita|brýtur|stríðir',
    cannot:
      '(?:get ég|ég get|má ég|ég má|vil ég|ég vil|mun ég|ég mun)(?: \\S+){0,4}? ?ekki|ég (?:verð að|neyðist til að) (?:\\S+ )?(?:hafna|neita)|ég hafna|ég neita',
    help: 'hjálpa|hjálpað|aðstoða|aðstoðað|orðið við|hafna|neita|gert (?:það|þetta)|svarað (?:þess|slík)',
    make: 'skrifa|skrifað|búið til|búa til|samið|semja|útbúið|veitt|veita',
    object:
      '(?:þess|þett|þenn|slík|þín)\\S* (?:\\S+ )?(?:beiðni|efni|texta?|handrit|myndband)\\S*|efni|um (?:það|þetta)|(?:það|þetta)(?=[.,!]|$)',
    outright:
      '(?:brýtur|stríðir) gegn (?:mínum|leiðbeiningum|reglum|stefnu)\\S*|(?:því miður|fyrirgefðu|afsakið|mér þykir leitt),? (?:en )?(?:get ég|ég get) (?:\\S+ ){0,2}ekki (?:\\S+ ){0,2}(?:hjálpað|aðstoðað|gert|skrifað)',
    beside:
      'því miður|fyrirgef|afsak|þykir leitt|sem (?:gervigreind|mállíkan)|mállíkan|leiðbeining|reglu|skaðleg|ólögleg|hættuleg|óviðeigandi|í staðinn|gjarnan|ef þú|annað efni',
    said: 'sagði|segir|svaraði|hrópaði|spurði',
  },
};
