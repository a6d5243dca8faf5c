/**
 * What models say around an answer: alternatives of a regular expression, each from the start of a word, so that its
 * endings count.
 */
export interface ChatWords {
  /** Agrees to do it, by itself or before a comma: "Sure", "Of course". */
  readonly assent: string;
  /** Shows it: "Here is", "Below is". */
  readonly here: string;
  /** What was asked for: "narration", "scene", "version"; names the answer in front of a colon, too. */
  readonly thing: string;
  /** Speaks to who asked, behind the answer: "let me know if you want changes". */
  readonly offer: string;
  /** Names the answer itself, behind thoughts: "Answer", "Final version". */
  readonly answer: string;
  /** Names what was not meant to stay. */
  readonly draft: string;
  /** Numbers what one may choose from: "Option 1". */
  readonly option: string;
}

export const chatWords: Readonly<Record<string, ChatWords>> = {
  en: {
    assent:
      'sure(?: thing)?|certainly|of course|absolutely|got it|no problem|understood|okay|ok|great|alright|gladly|happy to help|with pleasure',
    here: "here(?:'s| is| are| you go| it is)|below (?:is|are)|this is|the following is|i(?:'ve| have) (?:written|rewritten|revised|created|prepared|made|drafted)|as requested",
    thing:
      'narration|voice-?over|script|scene|version|rewrite|revision|text|title|description|caption|hook|line|draft|answer|response|output|translation|paragraph|list|outline|metadata|headline|json|sentence|alternative|option|suggestion',
    offer:
      "let me know (?:if|whether|should|how|what) .{0,60}(?:change|adjust|revis|tweak|edit|version|else|help|modif|improv|like me|prefer|different|differently|shorter|longer|another|works|questions)|(?:i )?hope (?:this|that|it) (?:helps|works|meets|fits|is)|feel free to (?:ask|adjust|edit|reach|modify|change|tweak|let me)|would you like me to|do you want me to|want me to (?:change|adjust|write|make|try)|is there anything else|if you(?:'d like| need| want| have).{0,60}(?:let me know|just (?:ask|say)|i can|i'm happy)|(?:i'm )?happy to (?:adjust|revise|help|make|tweak)|i can also (?:write|make|adjust|provide|create)|(?:please )?note that i|(?:this|the) (?:version|rewrite|revision|narration|scene) (?:keeps|is|has|stays|uses|runs)|i (?:kept|made|changed|removed|replaced|avoided|focused|aimed)\\b",
    answer:
      '(?:final |my |revised |rewritten )?(?:answer|response|reply|output|result)|final (?:version|narration|script|text|draft|scene|title|json)|(?:revised|rewritten|polished|improved|corrected|updated) (?:version|narration|script|text|scene)',
    draft:
      '(?:first |rough |initial |my )?draft|first (?:version|attempt|try)|initial version|rough version|attempt \\d|original',
    option: 'option|version|variant|variation|alternative|choice|suggestion|take',
  },
  de: {
    assent: 'klar|natürlich|gerne?|selbstverständlich|sicher|okay|ok|alles klar|verstanden|kein problem|mit vergnügen',
    here: 'hier (?:ist|sind|kommt|die|der|das|hast|haben|eine?)|anbei|nachfolgend|im folgenden|das ist',
    thing:
      'erzähl|sprechtext|sprechertext|skript|drehbuch|szene|version|fassung|überarbeit|umformulier|text|titel|beschreibung|zeile|satz|antwort|ergebnis|entwurf|übersetzung|vorschl|liste|absatz|narration|überschrift|json',
    offer:
      '(?:sag|lass|gib|geben|lassen|sagen|teile?n?)(?: sie)? (?:mir|mich|es mich).{0,60}(?:wissen|bescheid|änder|anpass|wünsch|brauch|möcht|soll)|ich hoffe,? (?:das|dies|es|die)|(?:möchtest|willst) du,? dass ich|möchten sie,? dass ich|soll ich|falls du|falls sie|wenn (?:du|sie) .{0,60}(?:möcht|brauch|wünsch|änder|anpass)|gerne passe ich|ich (?:habe|kann) (?:die|den|das|auch|gerne?)|hinweis: ',
    answer:
      '(?:endgültige |finale |meine )?antwort|ergebnis|(?:endfassung|endversion)|(?:finale|endgültige|überarbeitete|verbesserte) (?:version|fassung|szene)|finaler text',
    draft: 'entwurf|erster entwurf|rohfassung|erste (?:fassung|version)|erster versuch',
    option: 'option|variante|version|alternative|vorschlag|möglichkeit',
  },
  es: {
    assent:
      'claro(?: que sí)?|por supuesto|desde luego|con (?:mucho )?gusto|entendido|seguro|vale|de acuerdo|perfecto|cómo no',
    here: 'aquí (?:está|tienes|tiene|te|va|le|les)|a continuación|esta es|este es|te (?:dejo|presento|comparto)',
    thing:
      'narraci|guion|guión|escena|versi|texto|título|descripci|línea|frase|respuesta|resultado|borrador|traducci|párrafo|lista|reescri|locuci|propuesta|opci|json',
    offer:
      'avísame|avíseme|házmelo saber|hazme saber|dime si|déjame saber|si (?:quieres|deseas|necesitas|prefieres|quiere|desea|necesita).{0,60}(?:cambi|ajust|modific|puedo|dime|otr|ayud|avís|versi)|espero que (?:te |le |esto )?(?:sirva|ayude|guste|sea|esto)|¿(?:quieres|te gustaría|deseas|quiere|necesitas) que|no dudes en|puedo (?:ajustar|también|hacer|cambiar)',
    answer:
      'respuesta(?: final)?|resultado(?: final)?|versión (?:final|definitiva|revisada|corregida|mejorada)|(?:texto|guion|guión) final|narración final',
    draft: 'borrador|primer(?:a)? (?:borrador|versión|intento)|versión (?:inicial|preliminar)',
    option: 'opción|versión|alternativa|variante|propuesta',
  },
  fr: {
    assent:
      "bien sûr|bien entendu|certainement|avec plaisir|d'accord|entendu|volontiers|absolument|compris|pas de problème",
    here: "voici|voilà|ci-dessous|c'est|je vous propose|je te propose",
    thing:
      'narration|script|scène|version|texte|titre|description|ligne|phrase|réponse|résultat|brouillon|traduction|paragraphe|liste|réécri|voix off|proposition|json',
    offer:
      "(?:faites|fais|dites|dis|n'hésite[sz]?)(?:-| )(?:moi|le-moi|pas).{0,60}(?:savoir|si|à|demander)|(?:j'espère|en espérant) que|souhaite[sz]?-(?:vous|tu)|voule[sz]-vous que|veux-tu que|si (?:vous|tu) (?:souhaite|veu|voule|avez|as|préfér).{0,60}(?:modif|chang|ajust|autre|dites|dis|peux|aider)|je peux (?:aussi|également|l'adapter|l'ajuster)",
    answer:
      '(?:réponse|résultat)(?: finale?)?|version (?:finale|définitive|révisée|corrigée|améliorée)|texte final|narration finale',
    draft: 'brouillon|ébauche|premier jet|première version|version initiale',
    option: 'option|version|variante|proposition|alternative',
  },
  it: {
    assent:
      "certo|certamente|certo che sì|ma certo|naturalmente|volentieri|con piacere|d'accordo|va bene|capito|perfetto",
    here: 'ecco(?:lo|la|ti|le)?|qui sotto|di seguito|questa è|questo è',
    thing:
      'narrazion|script|sceneggiatura|copione|scena|version|testo|titolo|descrizion|riga|frase|risposta|risultato|bozza|traduzion|paragrafo|lista|riscritt|voce fuori campo|proposta|json',
    offer:
      'fammi sapere|mi faccia sapere|fatemi sapere|spero (?:che|ti|vi)|vuoi che|vuole che|desideri che|se (?:vuoi|desideri|hai bisogno|preferisci|vuole|desidera).{0,60}(?:modific|cambi|altr|posso|aiut|sapere|version)|non esitare|posso (?:anche|modificar|adattar)',
    answer:
      'risposta(?: finale)?|risultato(?: finale)?|versione (?:finale|definitiva|rivista|corretta|migliorata)|testo finale|narrazione finale',
    draft: 'bozza|prima (?:bozza|versione|stesura)|versione iniziale',
    option: 'opzione|versione|variante|alternativa|proposta',
  },
  pt: {
    assent: 'claro(?: que sim)?|com certeza|certamente|com prazer|é claro|entendido|perfeito|sem problemas?|combinado',
    here: 'aqui (?:está|estão|vai|tem|fica)|segue|abaixo|a seguir|esta é|este é',
    thing:
      'narraç|roteiro|guião|cena|vers|texto|título|descriç|linha|frase|resposta|resultado|rascunho|traduç|parágrafo|lista|reescri|locuç|proposta|opç|json',
    offer:
      'me avise|avise-me|me diga|diga-me|(?:espero que|espero ter)|(?:quer|gostaria|deseja|queres) que eu|fique à vontade|se (?:quiser|precisar|desejar|preferir|quiseres).{0,60}(?:ajust|alter|mud|outr|posso|ajud|avis|diga|vers)|posso (?:ajustar|também|fazer|alterar)',
    answer:
      'resposta(?: final)?|resultado(?: final)?|versão (?:final|definitiva|revisada|corrigida|melhorada)|texto final|narração final|roteiro final',
    draft: 'rascunho|primeir[oa] (?:rascunho|versão|tentativa)|versão inicial|esboço',
    option: 'opção|versão|alternativa|variante|proposta',
  },
  nl: {
    assent: 'natuurlijk|zeker|graag(?: gedaan)?|uiteraard|prima|oké|geen probleem|begrepen|tuurlijk',
    here: 'hier (?:is|zijn|volgt|heb|komt)|hieronder|dit is|bij deze',
    thing:
      'vertel|voice-?over|script|scène|versie|tekst|titel|beschrijving|regel|zin|antwoord|resultaat|concept|vertaling|alinea|lijst|herschreven|voorstel|json',
    offer:
      'laat (?:het )?(?:me|mij) (?:het )?(?:weten|maar)|ik hoop dat|wil je dat ik|wilt u dat ik|zal ik|als (?:je|u) .{0,60}(?:wilt|wil|nodig|aanpass|wijzig)|voel je vrij|ik kan (?:ook|het)',
    answer:
      '(?:eind|definitief |mijn )?antwoord|eindresultaat|resultaat|(?:definitieve|herziene|verbeterde|uiteindelijke) versie|eindversie|definitieve tekst',
    draft: 'concept|kladversie|eerste (?:versie|concept|opzet|poging)',
    option: 'optie|versie|variant|alternatief|voorstel|mogelijkheid',
  },
  pl: {
    assent: 'jasne|oczywiście|pewnie|z przyjemnością|dobrze|rozumiem|nie ma sprawy|świetnie',
    here: 'oto|poniżej|tutaj (?:jest|znajdziesz)|to jest|proszę',
    thing:
      'narracj|scenariusz|skrypt|scen|wersj|tekst|tytuł|opis|linij|zdani|odpowiedź|wynik|szkic|tłumaczeni|akapit|list|przeredagowan|propozycj|json',
    offer:
      'daj (?:mi )?znać|proszę dać znać|mam nadzieję|czy (?:chcesz|chciał\\w+|mam)|jeśli (?:chcesz|potrzebujesz|masz|chciał).{0,60}(?:zmian|popraw|inn|mog|pomó|daj)|mogę (?:też|również|zmienić)',
    answer:
      '(?:ostateczna )?odpowiedź|wynik|(?:ostateczna|końcowa|finalna|poprawiona) (?:wersja|narracja)|końcowy tekst',
    draft: 'szkic|wersja robocza|pierwsza wersja|brudnopis',
    option: 'opcja|wersja|wariant|alternatywa|propozycja',
  },
  cs: {
    assent: 'jistě|samozřejmě|určitě|rád(?:a)?|dobře|rozumím|jasně|s radostí',
    here: 'zde (?:je|jsou|máte)|tady (?:je|máš|máte)|níže|toto je|tohle je',
    thing:
      'komentář|scénář|scén|verz|text|titul|název|popis|řád|věta|odpověď|výsledek|návrh|koncept|překlad|odstav|seznam|vyprávění|přepracovan|json',
    offer:
      'dej(?:te)? (?:mi )?vědět|doufám,? že|chce(?:š|te),? abych|přeje(?:š|te) si|pokud (?:chce|potřebuje|máte|máš|byste).{0,60}(?:změn|uprav|jin|mohu|můžu|dej)|mohu (?:také|i|to)',
    answer: '(?:konečná )?odpověď|výsledek|(?:konečná|finální|upravená|opravená) verze|finální text',
    draft: 'koncept|hrubý návrh|první (?:verze|návrh|pokus)|náčrt',
    option: 'možnost|verze|varianta|alternativa|návrh',
  },
  sv: {
    assent: 'visst|självklart|absolut|naturligtvis|gärna|javisst|okej|såklart|inga problem',
    here: 'här (?:är|kommer|har)|nedan|detta är|det här är',
    thing:
      'berättar|speaker|manus|scen|version|text|titel|beskrivning|rad|mening|svar|resultat|utkast|översättning|stycke|lista|omskriv|förslag|json',
    offer:
      'låt mig veta|säg till|hör av dig|jag hoppas|vill du att jag|ska jag|om du (?:vill|behöver|önskar).{0,60}(?:ändr|juster|annan|kan jag|hjälp|säg)|jag kan (?:också|även|gärna)',
    answer:
      '(?:slutligt |mitt )?svar|slutresultat|resultat|(?:slutlig|slutgiltig|reviderad|förbättrad) version|slutversion',
    draft: 'utkast|första (?:utkast|version|försök)(?:et)?|råversion',
    option: 'alternativ|version|variant|förslag',
  },
  da: {
    assent: 'selvfølgelig|naturligvis|gerne|klart|okay|ja da|helt sikkert|intet problem|javist',
    here: 'her (?:er|kommer|har)|nedenfor|dette er|det her er',
    thing:
      'fortæl|speak|manuskript|manus|scene|version|tekst|titel|beskrivelse|linje|sætning|svar|resultat|udkast|oversættelse|afsnit|liste|omskriv|forslag|json',
    offer:
      'lad mig vide|sig til|jeg håber|vil du have,? (?:at )?jeg|skal jeg|hvis du (?:vil|ønsker|har brug).{0,60}(?:ændr|juster|anden|kan jeg|hjælp|sig)|jeg kan (?:også|gerne)',
    answer: '(?:endeligt |mit )?svar|resultat|(?:endelig|færdig|revideret|forbedret) version|endelige? tekst',
    draft: 'udkast|kladde|første (?:udkast|version|forsøg)',
    option: 'mulighed|version|variant|alternativ|forslag',
  },
  no: {
    assent: 'selvfølgelig|naturligvis|gjerne|klart|greit|ok|absolutt|ikke noe problem|javisst',
    here: 'her (?:er|kommer|har)|nedenfor|dette er|det her er',
    thing:
      'fortell|manus|scene|versjon|tekst|tittel|beskrivelse|linje|setning|svar|resultat|utkast|oversettelse|avsnitt|liste|omskriv|forslag|json',
    offer:
      'gi meg beskjed|la meg vite|si (?:i)?fra|jeg håper|vil du at jeg|skal jeg|hvis du (?:vil|ønsker|trenger).{0,60}(?:endr|juster|annen|kan jeg|hjelp|si)|jeg kan (?:også|gjerne)',
    answer: '(?:endelig |mitt )?svar|resultat|(?:endelig|ferdig|revidert|forbedret) versjon|endelig tekst',
    draft: 'utkast|kladd|første (?:utkast|versjon|forsøk)',
    option: 'alternativ|versjon|variant|mulighet|forslag',
  },
  fi: {
    assent: 'toki|tietysti|totta kai|ilman muuta|mielelläni|selvä|kyllä|hyvä on',
    here: 'tässä (?:on|tulee|ovat)|alla (?:on|oleva)|ohessa|tämä on',
    thing:
      'selost|kertoj|käsikirjoit|kohtau|versio|teksti|otsik|kuvau|rivi|lause|vastau|tulos|luonno|käännö|kappale|lista|luettelo|ehdotu|json',
    offer:
      'kerro,? jos|kerro(?:thei)? minulle|ilmoita|toivottavasti|haluatko,? että|haluaisitko|jos (?:haluat|tarvitset|toivot).{0,60}(?:muut|muok|toise|voin|autta|kerro)|voin (?:myös|tarvittaessa)',
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
      'szólj|szóljon|remélem|szeretné(?:d|nd)?,? (?:ha|hogy)|ha (?:szeretné|bármi|módosít|további|kell).{0,60}(?:módosít|változt|más|tud|segít|szól)|tudok (?:még|más)',
    answer: '(?:végső )?válasz|végeredmény|eredmény|(?:végleges|végső|javított|átdolgozott) (?:verzió|változat|szöveg)',
    draft: 'vázlat|piszkozat|első (?:verzió|változat|próbálkozás)',
    option: 'opció|lehetőség|verzió|változat|alternatíva|javaslat',
  },
  ro: {
    assent: 'sigur|desigur|bineînțeles|cu plăcere|în regulă|am înțeles|firește|evident',
    here: 'iată|aici (?:este|ai|aveți)|mai jos|aceasta este|acesta este',
    thing:
      'narațiun|scenariu|script|scen|versiun|text|titlu|descrier|rând|propoziți|răspuns|rezultat|ciornă|schiț|traducer|paragraf|list|rescri|propuner|json',
    offer:
      'spune-mi|anunță-mă|dă-mi de știre|sper că|vrei să|doriți să|dacă (?:vrei|dorești|ai nevoie|doriți|aveți).{0,60}(?:modific|schimb|alt|pot|ajut|spune)|pot (?:și|de asemenea|să)',
    answer:
      'răspuns(?:ul)?(?: final)?|rezultat(?:ul)?(?: final)?|versiunea (?:finală|revizuită|corectată|îmbunătățită)|text(?:ul)? final',
    draft: 'ciornă|schiță|prima (?:versiune|variantă|ciornă)',
    option: 'opțiunea|versiunea|varianta|alternativa|propunerea',
  },
  tr: {
    assent: 'elbette|tabii(?: ki)?|tamam|memnuniyetle|kesinlikle|peki|anladım|olur',
    here: 'işte|aşağıda(?:ki)?|bu,|buyurun|burada',
    thing:
      'anlatım|seslendirme|senaryo|sahne|sürüm|versiyon|metin|metni|başlık|başlığ|açıklama|satır|cümle|cevap|yanıt|sonuç|taslak|çeviri|paragraf|liste|öneri|json',
    offer:
      'bana bildir|haber ver|söyle(?:yin|yebilir)|umarım|ister misin|ister misiniz|isterseniz|istersen|başka bir (?:şey|isteğ)|değişiklik ister',
    answer: '(?:son |nihai )?(?:cevap|yanıt)|sonuç|(?:son|nihai|düzeltilmiş|güncellenmiş) (?:sürüm|versiyon|metin)',
    draft: 'taslak|ilk (?:taslak|sürüm|versiyon|deneme)',
    option: 'seçenek|sürüm|versiyon|alternatif|öneri',
  },
  id: {
    assent: 'tentu(?: saja)?|baik(?:lah)?|siap|dengan senang hati|oke|pasti|boleh',
    here: 'berikut(?: ini)?(?: adalah)?|ini (?:dia|adalah)|di bawah ini',
    thing:
      'narasi|naskah|skrip|adegan|versi|teks|judul|deskripsi|baris|kalimat|jawaban|hasil|draf|terjemahan|paragraf|daftar|usulan|opsi|json',
    offer:
      'beri tahu saya|kabari saya|semoga (?:ini )?(?:membantu|bermanfaat|sesuai)|apakah (?:anda|kamu) (?:ingin|mau)|jika (?:anda|kamu) (?:ingin|perlu|mau|membutuhkan).{0,60}(?:ubah|sesuai|lain|bisa|bantu|beri)|saya (?:juga )?bisa',
    answer: '(?:jawaban|hasil)(?: akhir)?|versi (?:akhir|final|revisi)|(?:teks|narasi|naskah) (?:akhir|final)',
    draft: 'draf|draft|versi (?:awal|pertama)|konsep awal',
    option: 'opsi|pilihan|versi|alternatif|varian|usulan',
  },
  vi: {
    assent: 'chắc chắn(?: rồi)?|tất nhiên|dĩ nhiên|được(?: thôi)?|vâng|rất sẵn lòng|đồng ý|không vấn đề gì',
    here: 'đây là|dưới đây(?: là)?|sau đây(?: là)?|xin gửi',
    thing:
      'lời (?:dẫn|thuyết minh|bình)|kịch bản|cảnh|phiên bản|bản|văn bản|tiêu đề|mô tả|dòng|câu|câu trả lời|kết quả|bản nháp|bản dịch|đoạn|danh sách|đề xuất|json',
    offer:
      'hãy cho (?:tôi|mình) biết|cho (?:tôi|mình) biết nếu|hy vọng|bạn có muốn|nếu bạn (?:muốn|cần).{0,60}(?:sửa|thay đổi|chỉnh|khác|tôi có thể|giúp|cho)|tôi (?:cũng )?có thể',
    answer: 'câu trả lời(?: cuối cùng)?|trả lời|kết quả|(?:bản|phiên bản) (?:cuối cùng|hoàn chỉnh|chỉnh sửa)',
    draft: 'bản nháp|nháp|(?:bản|phiên bản) đầu tiên',
    option: 'lựa chọn|phương án|phiên bản|tùy chọn|đề xuất',
  },
  ru: {
    assent: 'конечно|разумеется|безусловно|хорошо|с удовольствием|понял|поняла|понятно|окей|да, конечно',
    here: 'вот|ниже|это|представляю|предлагаю',
    thing:
      'закадров|текст|сценари|сцен|верси|вариант|заголов|назван|описани|строк|предложени|ответ|результат|черновик|перевод|абзац|список|переписанн|озвучк|json',
    offer:
      'дайте (?:мне )?знать|дай (?:мне )?знать|сообщите|скажите,? если|надеюсь,? (?:это|что|вам|тебе|текст)|хотите,? (?:чтобы|я)|хочешь,? (?:чтобы|я)|если (?:вам |тебе )?(?:нужн|хотите|хочешь|понадоб|потребу).{0,60}(?:измен|прав|друг|могу|помо|скаж|сообщ)|могу (?:также|ещё)',
    answer:
      '(?:окончательный |итоговый |мой )?ответ|результат|(?:окончательн|итогов|финальн|исправленн|переработанн)\\S+ (?:верси|вариант|текст)\\S*',
    draft: 'черновик|черновой вариант|перв(?:ая|ый) (?:версия|вариант|набросок)|набросок',
    option: 'вариант|версия|опция|альтернатива',
  },
  uk: {
    assent: 'звичайно|звісно|безумовно|добре|із задоволенням|зрозуміло|гаразд',
    here: 'ось|нижче|це|пропоную',
    thing:
      'закадров|текст|сценарі|сцен|версі|варіант|заголов|назв|опис|рядок|речення|відповід|результат|чернетк|переклад|абзац|список|переписан|озвуч|json',
    offer:
      'дайте (?:мені )?знати|дай (?:мені )?знати|повідомте|скажіть,? якщо|сподіваюс|хочете,? щоб|хочеш,? щоб|якщо (?:вам |тобі )?(?:потріб|хочете|хочеш).{0,60}(?:змін|прав|інш|можу|допомо|скаж)|можу (?:також|ще)',
    answer:
      '(?:остаточна |моя )?відповідь|результат|(?:остаточн|фінальн|виправлен|перероблен)\\S+ (?:версі|варіант|текст)\\S*',
    draft: 'чернетка|чорновий варіант|перш(?:а|ий) (?:версія|варіант)|начерк',
    option: 'варіант|версія|опція|альтернатива',
  },
  bg: {
    assent: 'разбира се|естествено|добре|с удоволствие|разбрах|със сигурност',
    here: 'ето|по-долу|това е',
    thing:
      'дикторск|текст|сценари|сцен|верси|вариант|заглави|описани|ред|изречени|отговор|резултат|чернов|превод|абзац|списък|json',
    offer:
      'кажете ми|кажи ми|дайте ми знать|уведомете ме|надявам се|искате ли|искаш ли|ако (?:искате|искаш|имате|желаете|е нужно).{0,60}(?:пром|друг|мога|помог|каж)|мога (?:също|и)',
    answer: '(?:окончателен )?отговор|резултат|(?:окончателна|крайна|финална|коригирана) версия|краен текст',
    draft: 'чернова|първ(?:а|и) (?:версия|вариант)',
    option: 'вариант|версия|опция|алтернатива',
  },
  el: {
    assent: 'βεβαίως|βέβαια|φυσικά|ασφαλώς|με χαρά|εντάξει|σίγουρα|κατάλαβα',
    here: 'ορίστε|εδώ είναι|παρακάτω|ακολουθεί|αυτή είναι|αυτό είναι|να ',
    thing:
      'αφήγησ|σενάριο|σκην|έκδοσ|εκδοχή|κείμεν|τίτλ|περιγραφ|γραμμή|πρόταση|απάντησ|αποτέλεσμα|προσχέδι|μετάφρασ|παράγραφ|λίστα|json',
    offer:
      'πείτε μου|πες μου|ενημερώστε με|ενημέρωσέ με|ελπίζω|θέλετε να|θέλεις να|αν (?:θέλετε|θέλεις|χρειάζ|επιθυμ).{0,60}(?:αλλαγ|προσαρμ|άλλ|μπορώ|βοηθ|πείτε|πες)|μπορώ (?:επίσης|και|να)',
    answer: '(?:τελική )?απάντηση|αποτέλεσμα|(?:τελική|διορθωμένη|βελτιωμένη) (?:έκδοση|εκδοχή)|τελικό κείμενο',
    draft: 'προσχέδιο|πρόχειρο|πρώτη (?:έκδοση|εκδοχή)',
    option: 'επιλογή|έκδοση|εκδοχή|εναλλακτική|πρόταση',
  },
  ar: {
    assent: 'بالتأكيد|بالطبع|طبعًا|طبعا|حسنًا|حسنا|بكل سرور|تمام|أكيد|مفهوم',
    here: 'إليك|هذا هو|هذه هي|فيما يلي|إليكم|تفضل',
    thing:
      'التعليق|السرد|النص|نص|السيناريو|المشهد|مشهد|النسخة|نسخة|العنوان|الوصف|الجملة|الإجابة|الرد|النتيجة|المسودة|الترجمة|الفقرة|القائمة|الصياغة|اقتراح|json',
    offer:
      'أخبرني|أخبروني|أعلمني|دعني أعرف|آمل أن|أرجو أن|هل تريد|هل ترغب|إذا (?:كنت|أردت|احتجت|كان لديك).{0,60}(?:تعديل|تغيير|أخرى|آخر|يمكنني|مساعد|أخبر)|يمكنني (?:أيضًا|أيضا|تعديل)',
    answer:
      'الإجابة(?: النهائية)?|الجواب|الرد|النتيجة(?: النهائية)?|(?:النسخة|الصيغة) (?:النهائية|المعدلة|المنقحة)|النص النهائي',
    draft: 'مسودة|المسودة|النسخة الأولى|المسودة الأولى',
    option: 'الخيار|خيار|النسخة|البديل|الاقتراح',
  },
  fa: {
    assent: 'حتماً|حتما|البته|بله|چشم|باشه|با کمال میل|خوب',
    here: 'این (?:هم)?|در زیر|بفرمایید|در ادامه',
    thing:
      'روایت|گفتار|نریشن|فیلمنامه|صحنه|نسخه|متن|عنوان|توضیح|جمله|پاسخ|جواب|نتیجه|پیش‌نویس|ترجمه|پاراگراف|فهرست|پیشنهاد|json',
    offer:
      'به من (?:بگو|اطلاع)|اطلاع دهید|امیدوارم|آیا (?:می‌خواهید|مایل)|اگر .{0,40}(?:تغییر|نیاز|خواست|بخواه).{0,60}(?:بگو|اطلاع|می‌توانم|کمک)|می‌توانم',
    answer: '(?:پاسخ|جواب)(?: نهایی)?|نتیجه|نسخهٔ? ?(?:نهایی|اصلاح‌شده)|متن نهایی',
    draft: 'پیش‌نویس|نسخهٔ? اول',
    option: 'گزینه|نسخه|پیشنهاد',
  },
  he: {
    assent: 'בטח|בוודאי|כמובן|בשמחה|בסדר|הבנתי|ודאי',
    here: 'הנה|להלן|זה ה|זו ה|זוהי|מצורף',
    thing: 'קריינות|תסריט|סצנה|גרסה|גירסה|טקסט|נוסח|כותרת|תיאור|שורה|משפט|תשובה|תוצאה|טיוטה|תרגום|פסקה|רשימה|הצעה|json',
    offer:
      'תגיד לי|תגידי לי|ספר לי|הודע לי|עדכן אותי|מקווה ש|אני מקווה|האם תרצה|רוצה שא|אם (?:תרצה|תרצי|יש|צריך|אתה).{0,60}(?:שינוי|לשנות|אחר|אוכל|עזר|תגיד)|אוכל גם',
    answer: '(?:ה)?תשובה(?: הסופית)?|תוצאה|(?:ה)?(?:גרסה|גירסה) (?:ה)?(?:סופית|מתוקנת)|נוסח סופי',
    draft: 'טיוטה|(?:ה)?(?:גרסה|גירסה) (?:ה)?ראשונה',
    option: 'אפשרות|גרסה|גירסה|חלופה|הצעה',
  },
  hi: {
    assent: 'ज़रूर|जरूर|बिल्कुल|बिलकुल|अवश्य|ठीक है|निश्चित रूप से|हाँ|खुशी से',
    here: 'यहाँ|यहां|यह रहा|यह रही|ये रहा|ये रही|नीचे|प्रस्तुत|पेश|यह है',
    thing:
      'नैरेशन|वर्णन|कथन|स्क्रिप्ट|पटकथा|दृश्य|सीन|संस्करण|पाठ|टेक्स्ट|शीर्षक|विवरण|पंक्ति|वाक्य|उत्तर|जवाब|परिणाम|मसौदा|अनुवाद|अनुच्छेद|सूची|सुझाव|json',
    offer:
      'मुझे बताएं|मुझे बताएँ|मुझे बताइए|आशा है|उम्मीद है|क्या आप चाह|यदि (?:आप|आपको).{0,60}(?:बदल|संशोधन|चाह|ज़रूरत|और)|अगर (?:आप|आपको).{0,60}(?:बदल|संशोधन|चाह|ज़रूरत|और)|मैं .{0,20}भी (?:कर|लिख)',
    answer: '(?:अंतिम )?(?:उत्तर|जवाब)|परिणाम|(?:अंतिम|संशोधित) (?:संस्करण|पाठ|स्क्रिप्ट|वर्णन)',
    draft: 'मसौदा|ड्राफ्ट|पहला (?:संस्करण|मसौदा|ड्राफ्ट)|प्रारूप',
    option: 'विकल्प|संस्करण|सुझाव',
  },
  bn: {
    assent: 'অবশ্যই|নিশ্চয়ই|নিশ্চয়|ঠিক আছে|হ্যাঁ|আচ্ছা',
    here: 'এখানে|এই (?:হলো|যে|নিন)|নিচে|নীচে|এটি',
    thing:
      'বর্ণনা|ধারাভাষ্য|স্ক্রিপ্ট|চিত্রনাট্য|দৃশ্য|সংস্করণ|পাঠ্য|লেখা|শিরোনাম|বিবরণ|লাইন|বাক্য|উত্তর|ফলাফল|খসড়া|অনুবাদ|অনুচ্ছেদ|তালিকা|প্রস্তাব|json',
    offer: 'আমাকে জানান|জানাবেন|আশা করি|আপনি কি (?:চান|চাইছেন)|যদি (?:আপনি|আপনার|কোনো).{0,60}(?:পরিবর্তন|চান|প্রয়োজন|জানান)|আমি আরও',
    answer: '(?:চূড়ান্ত )?উত্তর|ফলাফল|(?:চূড়ান্ত|সংশোধিত) (?:সংস্করণ|পাঠ্য|স্ক্রিপ্ট)',
    draft: 'খসড়া|প্রথম (?:সংস্করণ|খসড়া)',
    option: 'বিকল্প|সংস্করণ|প্রস্তাব',
  },
  ta: {
    assent: 'நிச்சயமாக|கண்டிப்பாக|சரி|ஆம்|மகிழ்ச்சியுடன்',
    here: 'இதோ|இங்கே|கீழே|இது',
    thing:
      'விவரிப்பு|வர்ணனை|கதை|திரைக்கதை|காட்சி|பதிப்பு|உரை|தலைப்பு|விளக்கம்|வரி|வாக்கியம்|பதில்|முடிவு|வரைவு|மொழிபெயர்ப்பு|பத்தி|பட்டியல்|ஸ்கிரிப்ட்|json',
    offer:
      'எனக்குத் தெரிவி|தெரியப்படுத்து|சொல்லுங்கள்|உதவும் என்று நம்புகிறேன்|நம்புகிறேன்|விரும்புகிறீர்களா|வேண்டுமா|மாற்றங்கள் (?:தேவை|வேண்டும்)',
    answer: '(?:இறுதி )?பதில்|முடிவு|(?:இறுதி|திருத்தப்பட்ட) (?:பதிப்பு|உரை)',
    draft: 'வரைவு|முதல் (?:பதிப்பு|வரைவு)',
    option: 'விருப்பம்|தேர்வு|பதிப்பு|மாற்று',
  },
  te: {
    assent: 'తప్పకుండా|ఖచ్చితంగా|సరే|అలాగే|అవును|సంతోషంగా',
    here: 'ఇదిగో|ఇక్కడ|క్రింద|కింద|ఇది',
    thing: 'కథనం|వ్యాఖ్యానం|స్క్రిప్ట్|సన్నివేశ|దృశ్య|వెర్షన్|పాఠ్య|టెక్స్ట్|శీర్షిక|వివరణ|పంక్తి|వాక్య|సమాధాన|జవాబు|ఫలిత|ముసాయిదా|అనువాద|పేరా|జాబితా|సూచన|json',
    offer: 'నాకు తెలియజేయ|చెప్పండి|ఆశిస్తున్నాను|మీరు .{0,40}కావాలనుకుంటే|కావాలంటే|మార్పులు (?:కావాల|అవసర)|కావాలా',
    answer: '(?:తుది |చివరి )?(?:సమాధానం|జవాబు)|ఫలితం|(?:తుది|చివరి|సవరించిన) (?:వెర్షన్|పాఠ్యం)',
    draft: 'ముసాయిదా|డ్రాఫ్ట్|మొదటి (?:వెర్షన్|డ్రాఫ్ట్)',
    option: 'ఎంపిక|ఐచ్ఛికం|వెర్షన్|ప్రత్యామ్నాయం',
  },
  th: {
    assent: 'ได้เลย|แน่นอน|ได้ครับ|ได้ค่ะ|ยินดี|โอเค|ตกลง',
    here: 'นี่คือ|ด้านล่าง|ต่อไปนี้|ข้างล่าง',
    thing:
      'บทบรรยาย|คำบรรยาย|บทพูด|สคริปต์|บท|ฉาก|เวอร์ชัน|ข้อความ|หัวข้อ|ชื่อเรื่อง|คำอธิบาย|บรรทัด|ประโยค|คำตอบ|ผลลัพธ์|ฉบับร่าง|คำแปล|ย่อหน้า|รายการ|ข้อเสนอ|json',
    offer:
      'แจ้งให้(?:ฉัน|ผม|เรา|ดิฉัน)?ทราบ|บอก(?:ฉัน|ผม|ได้)|หวังว่า|คุณต้องการให้|ต้องการให้(?:ฉัน|ผม|ปรับ|แก้)|หาก(?:คุณ)?ต้องการ|ถ้า(?:คุณ)?(?:ต้องการ|อยาก)',
    answer: 'คำตอบ(?:สุดท้าย)?|ผลลัพธ์|(?:เวอร์ชัน|ฉบับ)(?:สุดท้าย|สมบูรณ์|แก้ไข)',
    draft: 'ฉบับร่าง|ร่าง(?:แรก)?|เวอร์ชันแรก',
    option: 'ตัวเลือก(?:ที่)?|เวอร์ชัน(?:ที่)?|แบบที่',
  },
  zh: {
    assent: '好的|当然(?:可以)?|當然(?:可以)?|没问题|沒問題|可以的?|明白(?:了)?|收到|乐意|樂意',
    here: '以下(?:是)?|这是|這是|下面(?:是)?|如下|为您|為您|根据您的要求|根據您的要求',
    thing:
      '旁白|解说|解說|脚本|腳本|剧本|劇本|台词|台詞|场景|場景|版本|文本|文案|内容|內容|标题|標題|描述|句子|回答|答案|结果|結果|草稿|翻译|翻譯|段落|列表|改写|改寫|建议|建議|json',
    offer:
      '如果?(?:您|你)?(?:需要|想|希望|还有|還有|有).{0,40}(?:修改|调整|調整|告诉|告訴|其他|帮|幫)|如需|请告诉我|請告訴我|希望(?:这|這|对|對|能|以上)|需要我|您(?:还)?(?:需要|想要)|欢迎(?:告诉|随时)|歡迎(?:告訴|隨時)',
    answer:
      '(?:最终|最終|我的)?(?:答案|回答|回复|回覆)|(?:最终|最終|修改后的?|修改後的?|改写后的?|改寫後的?|定稿)(?:版本|版|旁白|脚本|腳本|文本)?|结果|結果',
    draft: '草稿|初稿|草案|第一版|初版',
    option: '选项|選項|方案|版本|选择|選擇|建议|建議',
  },
  ja: {
    assent:
      'もちろん(?:です)?|はい|承知(?:いた|し)?(?:しました|ました)|かしこまりました|わかりました|了解(?:です|しました)?|喜んで',
    here: '以下(?:が|は|に)?|こちら(?:が|は)?|次(?:が|は|の)|これ(?:が|は)',
    thing:
      'ナレーション|台本|脚本|シナリオ|スクリプト|シーン|場面|バージョン|文章|テキスト|本文|タイトル|説明|文|回答|答え|結果|下書き|翻訳|段落|リスト|書き直し|修正|改訂|提案|案|json',
    offer:
      '(?:ご|何か)?(?:希望|要望|質問|不明|修正|変更|調整).{0,30}(?:ください|お申し付け|お知らせ|教えて|可能|いたします|ましょうか)|お役に立て|いかがでしょうか|(?:さらに|他に|もっと).{0,30}(?:ください|お知らせ|お申し付け)|お気軽に',
    answer: '(?:最終|最終的な)?(?:回答|答え|返答)|(?:最終|修正|改訂|完成)(?:版|稿|案|バージョン)|結果',
    draft: '下書き|草稿|草案|初稿|第一稿|ドラフト',
    option: 'オプション|案|選択肢|バージョン|候補|パターン',
  },
  ko: {
    assent: '물론(?:입니다|이죠|이에요)?|네|알겠습니다|좋습니다|그럼요|당연하죠|기꺼이',
    here: '다음은|여기|아래는|아래에|이것은|요청하신',
    thing:
      '내레이션|나레이션|대본|스크립트|장면|버전|텍스트|글|제목|설명|줄|문장|답변|답|결과|초안|번역|단락|목록|수정본|제안|json',
    offer:
      '(?:수정|변경|조정|추가|다른|더).{0,30}(?:말씀|알려|필요하시|원하시)|필요하시면|원하시면|도움이 되|어떠신가요|궁금한|말씀해 ?주세요|알려 ?주세요',
    answer: '(?:최종 ?)?(?:답변|답|결과)|(?:최종|수정|개정|완성)(?:본|안| 버전)',
    draft: '초안|초고|첫 번째 (?:버전|초안)|드래프트',
    option: '옵션|선택지|버전|대안|안|제안',
  },
};
