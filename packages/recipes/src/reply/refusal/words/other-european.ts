import type { RefusalWords } from './refusal-words.ts';

/** How a no is said in Uralic languages, Greek and Turkish. */
export const otherEuropean: Readonly<Record<string, RefusalWords>> = {
  sq: {
    marks: 'nuk|refuz|kundër|shkel|vjen keq',
    cannot: '(?:unë )?nuk (?:mund|mundem|jam në gjendje|dua|dëshiroj|lejohem)|duhet të refuzoj|refuzoj',
    help: 'ndihmoj|ndihmojmë|asistoj|përmbush|refuzoj|ta bëj|përgjigjem',
    make: 'shkruaj|krijoj|gjeneroj|ofroj|hartoj|jap',
    object:
      '(?:kët|ket|atë|tuaj|këso)\\S* (?:\\S+ )?(?:kërkes|përmbajtj|tem|tekst|skenar|video)\\S*|kërkesën|përmbajtje|për këtë|(?:këtë|atë)(?=[.,!]|$)',
    outright:
      '(?:kundër|shkel) (?:udhëzim|rregull|politik)\\S*|(?:më vjen keq|fatkeqësisht|kërkoj falje),? (?:por )?(?:unë )?nuk mund të (?:\\S+ ){0,2}(?:ndihmoj|bëj|shkruaj|përmbush)',
    beside:
      'vjen keq|fatkeqësisht|falje|si (?:ia|inteligjenc|model)|model gjuh|udhëzim|rregull|dëmshëm|paligjshëm|rrezikshëm|në vend|alternativ|me kënaqësi|nëse (?:dëshironi|doni)|temë tjetër',
    said: 'tha|pyeti|u përgjigj',
  },
  fi: {
    marks: 'en |emme|kieltäy|vasto|rikko',
    cannot:
      '(?:en|emme) (?:\\S+ )?(?:voi|pysty|saa|halua|aio|kykene|tunne|ole|valitettavasti)|valitettavasti en|minun (?:on|täytyy) (?:\\S+ )?(?:kieltäydyttävä|kieltäytyä)|kieltäydyn',
    help: 'auttaa|avustaa|toteuttaa|noudattaa|täyttää|kieltäyty|mukava|tehdä (?:tätä|sitä)|vastata (?:tähän|siihen)|olla avuksi',
    make: 'kirjoittaa|luoda|tuottaa|laatia|tarjota|antaa|tehdä',
    object: '(?:tätä|tämän|tällais|sellais|tuollais|pyyntö|kyseis)\\S*|sisältö|aihee|pyyntöä',
    outright:
      'en (?:pysty|kykene) (?:auttamaan|kirjoittamaan (?:tätä|tällaista)|luomaan (?:tätä|tällaista))|(?:rikkoo|vastoin|on vastoin) (?:minun )?(?:ohjeitani|sääntöjäni|ohjeistustani|periaatteitani|käyttöehto\\S*)|pahoittelen,? (?:mutta )?en voi auttaa|valitettavasti en voi auttaa|en voi auttaa (?:tässä|sinua tässä|tämän)',
    beside:
      'pahoittel|anteeksi|valitettavasti|tekoäly|kielimalli|ohje|haitalli|laiton|laitto|vaaralli|sopimat|sen sijaan|vaihtoehto|mielelläni|jos (?:haluat|tarvitset|sinulla)|toinen aihe|muu',
    said: 'sanoi|sanoo|vastasi|huusi|kysyi',
  },
  hu: {
    marks: 'nem |utas|ellen|sérti|irányelv',
    cannot:
      'nem (?:tudok|tudom|áll módomban|lehetséges|vagyok|szeretné\\S*|akarok|fogok|érzem|segíthetek|írhatok|teljesíthet\\S*)|(?:el kell|kénytelen vagyok) (?:utasíta|visszautasíta)\\S*|visszautasítom|inkább nem',
    help: 'segít|teljesít|eleget tenni|elutasít|visszautasít|megtenni|képes|kényelmes',
    make: 'írni|megírni|írhat|létrehoz|készít|generál|előállít|nyújtani|adni|válaszolni',
    object:
      '(?:ez|az|ilyen|erre|ebben|ennek)\\S* (?:\\S+ )?(?:kérés|tartal|témá|téma|szöveg|forgatókönyv|jellegű|videó)\\S*|tartalm|kérés|erről|(?:ezt|azt)(?=[.,!]|$)',
    outright:
      '(?:ellentétes|ellenkezik|sérti|ellenkező) (?:az )?(?:irányelv|szabály|elv)\\S*|(?:az )?irányelveim\\S* (?:nem|tilt)|(?:sajnálom|elnézést|sajnos),? (?:de )?(?:ebben )?nem (?:tudok|segíthetek)(?: \\S+){0,3}(?: segít\\S*)?|vissza kell utasítan',
    beside:
      'sajnál|sajnos|elnézés|bocsán|mesterséges|nyelvi modell|asszisztens|irányelv|szabály|káros|illegális|veszélyes|nem megfelelő|helyett|alternatív|szívesen|ha (?:szeretn|bármi|van)|más téma',
    said: 'mondta|mondja|felelte|válaszolta|kiáltotta|kérdezte',
  },
  el: {
    marks: 'δεν|αρν|απορρ|προτιμ|αντί|αντι|παραβ',
    cannot:
      'δεν (?:μπορώ|μπορούμε|θα μπορέσω|είμαι|δύναμαι|επιτρέπεται|νιώθω|θέλω|αισθάνομαι|μου επιτρέπεται)|(?:πρέπει|οφείλω) να (?:\\S+ )?(?:αρνηθώ|απορρίψω)|αρνούμαι|προτιμώ να μη',
    help: 'βοηθήσω|βοηθώ|εξυπηρετήσω|ικανοποιήσω|εκπληρώσω|αρνηθώ|απορρίψω|άνετα|κάνω αυτό|το κάνω|ανταποκριθώ|σε θέση',
    make: 'γράψω|δημιουργήσω|παράγω|παραγάγω|παρέχω|συντάξω|προσφέρω|δώσω|απαντήσω',
    object:
      "(?:αυτ|τέτοι|συγκεκριμέν)\\S* (?:το |την |τη )?(?:\\S+ )?(?:αίτημα|περιεχόμενο|θέμα|κείμενο|σενάριο|είδους|βίντεο)\\S*|περιεχόμενο|αίτημα|γι' αυτό|αυτό(?=[.,!]|$)",
    outright:
      '(?:αντίθετ\\S+|αντιβαίνει|παραβιάζει) (?:\\S+ ){0,2}(?:οδηγίες|κανόνες|αρχές|πολιτικ)\\S*|(?:λυπάμαι|συγγνώμη|δυστυχώς),? (?:αλλά |όμως )?δεν μπορώ να (?:σας |σε )?(?:βοηθήσω|το κάνω|γράψω|δημιουργήσω)',
    beside:
      "λυπάμαι|συγγνώμη|δυστυχώς|ως (?:τεχνητ|γλωσσικ|βοηθ|ai)|γλωσσικό μοντέλο|οδηγί|πολιτικ|επιβλαβ|παράνομ|επικίνδυν|ακατάλληλ|αντ' αυτού|εναλλακτικ|ευχαρίστως|αν (?:θέλετε|θέλεις|έχετε|χρειάζ)|άλλο θέμα",
    said: 'είπε|λέει|απάντησε|φώναξε|ρώτησε',
  },
  tr: {
    marks: 'aş|dışında|am|em|redd|geri|aykırı|uygun|izin',
    cannot:
      '(?:yardımcı|yardım|yerine|hizmet)\\S* (?:\\S+ )?(?:olamam|olamıyorum|edemem|edemiyorum|getirem\\S*|veremem|olamayacağım|edemeyeceğim)|(?:yaz|oluştur|üret|sağla|hazırla|sun|yap|ver|cevapla|yanıtla)\\S*(?:amam|emem|amıyorum|emiyorum|amayacağım|emeyeceğim|mam mümkün değil|mem mümkün değil)|(?:reddetmek|geri çevirmek) zorundayım|reddediyorum',
    help: 'yardım|yerine getir|hizmet|reddet|geri çevir|mümkün değil|yap(?:a)',
    make: 'yaz|oluştur|üret|sağla|hazırla|sun|ver|cevapla|yanıtla',
    object:
      'bu (?:\\S+ )?(?:istek|isteğ|talep|tale|konu|içeri|metin|metn|senaryo|tür)\\S*|içeri[kğ]\\S*|böyle (?:bir|içerik)|bunu|bu konuda',
    outright:
      '(?:bu konu|bu istek|bu talep|bu) (?:benim )?(?:sınırlarımı|yeteneklerimi|kapsamımı|yetkimi) (?:aşıyor|aşar|aşmakta)|(?:bu konu|bu istek|bu) (?:kapsamım|yetkim|sınırlarım)\\S* dışında|(?:kurallarım|politikalar|yönergeler|ilkelerim)\\S* (?:aykırı|izin vermiyor|uygun değil)|(?:üzgünüm|maalesef),? (?:ama |ancak |fakat )?(?:bu )?(?:\\S+ ){0,2}(?:yardımcı olamam|yardımcı olamıyorum|bunu yapamam)',
    beside:
      'üzgün|özür|maalesef|yapay zek|dil modeli|asistan|yönerge|politika|zararlı|yasa dışı|yasadışı|tehlikeli|uygunsuz|bunun yerine|alternatif|memnuniyet|eğer|isterseniz|istersen|başka bir konu',
    said: 'dedi|diyor|diye|cevap verdi|bağırdı|sordu',
  },
};
