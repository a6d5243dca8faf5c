import type { ChatWords } from './chat-words.ts';

/** What stands around an answer in Uralic languages, Greek and Turkish. */
export const otherEuropean: Readonly<Record<string, ChatWords>> = {
  fi: {
    assent: 'toki|tietysti|totta kai|ilman muuta|mielelläni|selvä|kyllä|hyvä on',
    here: 'tässä (?:on|tulee|ovat)|alla (?:on|oleva)|ohessa|tämä on',
    thing:
      'selost|kertoj|käsikirjoit|kohtau|versio|teksti|otsik|kuvau|rivi|lause|vastau|tulos|luonno|käännö|kappale|lista|luettelo|ehdotu|json',
    offer:
      'kerro,? jos|kerro(?:thei)? minulle|haluatko,? että|jos (?:haluat|tarvitset|toivot).{0,60}(?:muut|muok|toise|voin|autta|kerro)',
    remark: 'ilmoita|toivottavasti|haluaisitko|voin (?:myös|tarvittaessa)|huom:|huomautus:|sanamäärä',
    answer: '(?:lopullinen )?vastaus|lopputulos|tulos|(?:lopullinen|viimeistelty|korjattu|muokattu) versio',
    draft: 'luonnos|ensimmäinen (?:versio|luonnos|yritys)',
    option: 'vaihtoehto|versio|ehdotus',
  },
  hu: {
    assent: 'persze|természetesen|rendben|szívesen|örömmel|hogyne|értem|biztosan',
    here: 'íme|itt (?:van|található|a|az)|alább|az alábbi|ez a',
    thing:
      'narráci|forgatókönyv|jelenet|verzi|változat|szöveg|cím|leírás|sor|mondat|válasz|eredmény|vázlat|piszkozat|fordítás|bekezdés|lista|javaslat|json',
    offer:
      'szeretné(?:d|nd)?,? (?:ha|hogy)|ha (?:szeretné|bármi|módosít|további|kell).{0,60}(?:módosít|változt|más|tud|segít|szól)',
    remark: 'szólj|szóljon|remélem|tudok (?:még|más)|megjegyzés:|szószám',
    answer: '(?:végső )?válasz|végeredmény|eredmény|(?:végleges|végső|javított|átdolgozott) (?:verzió|változat|szöveg)',
    draft: 'vázlat|piszkozat|első (?:verzió|változat|próbálkozás)',
    option: 'opció|lehetőség|verzió|változat|alternatíva|javaslat',
  },
  el: {
    assent: 'βεβαίως|βέβαια|φυσικά|ασφαλώς|με χαρά|εντάξει|σίγουρα|κατάλαβα',
    here: 'ορίστε|εδώ είναι|παρακάτω|ακολουθεί|αυτή είναι|αυτό είναι|να ',
    thing:
      'αφήγησ|σενάριο|σκην|έκδοσ|εκδοχή|κείμεν|τίτλ|περιγραφ|γραμμή|πρόταση|απάντησ|αποτέλεσμα|προσχέδι|μετάφρασ|παράγραφ|λίστα|json',
    offer:
      'πείτε μου|πες μου|ενημερώστε με|ενημέρωσέ με|αν (?:θέλετε|θέλεις|χρειάζ|επιθυμ).{0,60}(?:αλλαγ|προσαρμ|άλλ|μπορώ|βοηθ|πείτε|πες)',
    remark: 'ελπίζω|θέλετε να|θέλεις να|μπορώ (?:επίσης|και|να)|σημείωση:|αριθμός λέξεων',
    answer: '(?:τελική )?απάντηση|αποτέλεσμα|(?:τελική|διορθωμένη|βελτιωμένη) (?:έκδοση|εκδοχή)|τελικό κείμενο',
    draft: 'προσχέδιο|πρόχειρο|πρώτη (?:έκδοση|εκδοχή)',
    option: 'επιλογή|έκδοση|εκδοχή|εναλλακτική|πρόταση',
  },
  tr: {
    assent: 'elbette|tabii(?: ki)?|tamam|memnuniyetle|kesinlikle|peki|anladım|olur',
    here: '[iİ]şte|aşağıda(?:ki)?|bu,|buyurun|burada',
    thing:
      'anlatım|seslendirme|senaryo|sahne|sürüm|versiyon|metin|metni|başlık|başlığ|açıklama|satır|cümle|cevap|yanıt|sonuç|taslak|çeviri|paragraf|liste|öneri|json',
    offer: 'bana bildir|başka bir (?:şey|isteğ)|değişiklik ister',
    remark: 'haber ver|söyle(?:yin|yebilir)|umarım|ister misin|ister misiniz|isterseniz|istersen|not:|kelime sayısı',
    answer: '(?:son |nihai )?(?:cevap|yanıt)|sonuç|(?:son|nihai|düzeltilmiş|güncellenmiş) (?:sürüm|versiyon|metin)',
    draft: 'taslak|ilk (?:taslak|sürüm|versiyon|deneme)',
    option: 'seçenek|sürüm|versiyon|alternatif|öneri',
  },
};
