import type { StageWords } from './stage-words.ts';

export const otherEuropean: Readonly<Record<string, StageWords>> = {
  fi: {
    speakers: 'kertoja|juontaja|kertojaääni|puhuja|vieras|haastattelija|selostaja|ääni',
    sections: 'kohtaus|johdanto|lopetus|toimintakehotus|koukku',
    lines:
      'kuva|visuaalinen|visuaali|teksti ruudulla|musiikki|ääni(?:tehoste|efekti)|kamera|siirtymä|taustamusiikki|paikka',
    subjects: 'kuva|musiikki|kamera|siirtymä|taustamusiikki|paikka',
    cues: 'nauraa|naurua?|naurahtaa|nauraen|kikattaa|huokaa|huokaus|huokaisee|tauko|kuiskaa|kuiskaten|taputuksia|aplodit|taputtaa|yskii|yskähtää|itkee|hymyilee|hymyillen|nyökkää|iskee silmää|hengittää syvään|hiljaisuus|huutaa',
    sounds: 'musiikki|musiikkia|ääni|taustamusiikki|taustamusiikkia|laulaa',
    shots:
      'leikkaus|kamera (?:zoomaa|panoroi|näyttää|liikkuu)|lähikuva|yleiskuva|näemme|kuuluu|(?:iloista|rauhallista|dramaattista|hiljaista) musiikkia|musiikki (?:soi|alkaa|hiljenee|voimistuu)',
    blanks:
      'kanava\\p{L}*|nimi|sinun|linkki|verkkosivu|brändi|tuote|yritys|päivämäärä|kaupunki|aihe|määrä|hinta|otsikko',
    inserts: 'lisää|kirjoita|täydennä|tähän',
  },
  hu: {
    speakers: 'narrátor|mesélő|műsorvezető|házigazda|hang|vendég|riporter|beszélő|kommentátor',
    sections: 'jelenet|bevezetés|bevezető|befejezés|lezárás|felhívás|cselekvésre (?:ösztönzés|felhívás)',
    lines:
      'kép|látvány|vizuális|szöveg a képernyőn|képernyőszöveg|felirat|zene|hang(?:effekt|hatás)|kamera|átmenet|háttérzene|vágás',
    subjects: 'kép|látvány|felirat|zene|kamera|átmenet|háttérzene|vágás',
    cues: 'nevet(?:ve|nek|és)?|kuncog|sóhaj(?:t|tva)?|szünet|suttog(?:va|ás)?|taps(?:ol)?|köhög|torkát köszörüli|zokog|sír|mosolyog(?:va)?|bólint|kacsint|mély levegő(?:t vesz)?|csend|kiált',
    sounds: 'zene|hang|zaj|háttérzene|énekel|halkan',
    shots:
      'vágás|a kamera|közeli(?: kép)?|nagytotál|látjuk|hallatszik|hallható|(?:vidám|lágy|drámai|nyugodt|halk) zene|zene (?:szól|kezdődik|elhalkul)',
    blanks: 'csatorna\\p{L}*|csatornád|név|neve|neved|link|weboldal|márka|termék|cég|dátum|város|téma|szám|ár|cím',
    inserts: 'illeszd|illessze|írd|írja|add meg|ide',
  },
  tr: {
    speakers:
      'sunucu|(?:kad[ıi]n|erkek) ses(?:i)?|anlat[ıi]c[ıi]|spiker|seslendiren|d[ıi]ş ses|seslendirme|konuk|muhabir|konuşmac[ıi]|konuşan|erkek|kad[ıi]n',
    sections: 'sahne|giriş|açılış|kapan[ıi]ş|kanca|harekete geçirici mesaj|eylem çağrısı',
    lines:
      'görsel|görüntü|ekran(?:daki)? (?:yazısı|metni|yazı|metin)|ekranda|müzik|ses(?: efekti)?|kamera|çekim|geçiş|arka plan müziği|fon müziği|mekan',
    subjects: 'görüntü|müzik|ses|kamera|çekim|geçiş|fon müziği|mekan',
    cues: 'gül(?:er|üyor|erek|me|üşmeler)|kahkaha(?:lar)?|k[ıi]k[ıi]rdar|iç çeker|iç çekiyor|iç çekerek|duraklama|duraksar|ara|es verir|f[ıi]s[ıi]lt[ıi](?:yla)?|f[ıi]s[ıi]ldar|f[ıi]s[ıi]ldayarak|alk[ıi]ş(?:lar)?|öksür(?:ür|üyor|ük)|boğaz[ıi]n[ıi] temizler|ağlar|ağl[ıi]yor|gülümse(?:r|yerek|me)|başını sallar|göz k[ıi]rpar|derin nefes(?: alır)?|sessizlik|bağ[ıi]r[ıi]r',
    sounds: 'müzik|ses|gürültü|fon müziği|şark[ıi] söyler|sessizce',
    shots:
      'kesme|kamera (?:yaklaşır|yaklaşıyor|gösterir|döner|kayar|uzaklaşır)|yak[ıi]n çekim|genel plan|ekranda|görürüz|duyulur|(?:neşeli|yumuşak|dramatik|sakin|hareketli|hafif|gergin) müzik|müzik (?:çalar|çalıyor|başlar|yükselir|azalır)',
    blanks:
      'kanal\\p{L}*|ad[ıi]?|isim|ismi|adınız|link|bağlant[ıi]|site|marka|ürün|şirket|tarih|şehir|konu|say[ıi]|fiyat|başl[ıi]k',
    inserts: 'ekle(?:yin)?|gir(?:in)?|yaz[ıi]n|buraya',
  },
  el: {
    speakers:
      'αφηγητής|αφηγήτρια|παρουσιαστής|παρουσιάστρια|εκφωνητής|φωνή|καλεσμένος|καλεσμένη|ομιλητής|δημοσιογράφος',
    sections: 'σκηνή|εισαγωγή|κλείσιμο|κάλεσμα σε δράση|επίλογος',
    lines: 'εικόνα|οπτικό|κείμενο (?:στην )?οθόνη(?:ς)?|στην οθόνη|μουσική|ήχος|ηχητικό εφέ|κάμερα|πλάνο|μετάβαση',
    subjects: 'εικόνα|μουσική|ήχος|κάμερα|πλάνο|μετάβαση',
    cues: 'γελά(?:ει|ει|νε|ώντας)|γέλι[οα]|χαχανίζει|αναστεν(?:άζει|αγμός)|παύση|ψιθυρ(?:ίζει|ιστά)|ψίθυρος|χειροκρότημα|χειροκροτήματα|χειροκροτεί|βήχει|βήχας|κλαίει|χαμογελ(?:ά|άει|ώντας)|χαμόγελο|γνέφει|κλείνει το μάτι|παίρνει βαθιά ανάσα|βαθιά ανάσα|σιωπή|φωνάζει',
    sounds: 'μουσική|ήχος|θόρυβος|μουσική υπόκρουση|τραγουδά(?:ει)?',
    shots:
      'αλλαγή πλάνου|η κάμερα|κοντινό(?: πλάνο)?|γενικό πλάνο|βλέπουμε|ακού(?:γεται|γονται|με)|ήχος από|(?:χαρούμενη|απαλή|δραματική|ήρεμη) μουσική|μουσική (?:παίζει|ξεκινά|σβήνει)',
    blanks:
      'κανάλι\\p{L}*|καναλιού|όνομα|σας|σου|σύνδεσμος|ιστοσελίδα|μάρκα|προϊόν|εταιρεία|ημερομηνία|πόλη|θέμα|αριθμός|τιμή|τίτλος',
    inserts: 'εισάγετε|εισαγωγή|προσθέστε|συμπληρώστε|γράψτε|εδώ',
  },
};
