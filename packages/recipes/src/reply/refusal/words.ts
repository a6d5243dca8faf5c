/**
 * How an assistant says no: alternatives of a regular expression in small letters and straight apostrophes, each from
 * the start of a word where a language has spaces, so that endings count.
 */
export interface RefusalWords {
  /** Letters of which each refusal has some, anywhere: who has none of them does not refuse. */
  readonly marks: string;
  /** In the first person: "I can't", "I'd rather not". */
  readonly cannot: string;
  /** What it will not do, which needs no object: "help", "comply". */
  readonly help: string;
  /** What it will not do with an object: "write". */
  readonly make: string;
  /** That object, which names nothing: "this request", "such content". */
  readonly object: string;
  /** Refuses by itself: "goes against my guidelines". */
  readonly outright: string;
  /** What is said beside it: excuses, reasons, rules, offers. */
  readonly beside: string;
  /** Someone else's words: "said". */
  readonly said: string;
}

export const refusalWords: Readonly<Record<string, RefusalWords>> = {
  en: {
    marks:
      "off[- ]limits|blocked|unavailable|say no|no can do|n't|not |cannot|unable|declin|refus|denied|reject|against|violat|pass on|inappropriate",
    cannot:
      "(?:i|we)(?:'m| am|'d| would|'ll| will)?(?: \\w+){0,3}? ?(?:can't|cannot|can not|won't|will not|unable|not able|not allowed|not permitted|not comfortable|uncomfortable|not going to|not willing|unwilling|not designed|not programmed|decline|refuse|don't feel|do not feel|don't think|do not think|rather not|prefer not|shouldn't|should not|not be able|not something)|unable to|not able to|(?:that|this|it)(?:'s| is) not something|^(?:sorry,? )?(?:can't|cannot)",
    help: 'help(?:ing)? (?:you )?(?:with|in|create|write|mak|produc|generat|by|to)|(?:help|assist)(?:ing)?(?: you)?(?= ?(?:[.!,;]|$|there|here|further|today))|assist (?:you )?(?:with|in|by)|comply|fulfil|accommodate|be of (?:help|assistance)|engage (?:with|in)|proceed with (?:this|that|your)|continue with (?:this|that|your) (?:request|topic|conversation)|do (?:that|this|so)(?= ?(?:[.!,;]|$|for you))|(?:answer|discuss|support|respond to) (?:that|this|your|such)|talk about (?:that|this)',
    make: 'creat|writ|generat|produc|provid|mak|shar|offer|draft|compos|complet|deliver|giv|assist|cover',
    object:
      '(?:this|that|these|such|the|any|your|an?) (?:[\\w-]+ ){0,2}(?:request|content|topic|script|material|narration|instructions|metadata|prompt|video|piece)\\w*(?! without)|(?:content|material)(?= ?(?:[.!,;]|$|on|about|for|of|that|related|involving))|(?:this|that|it|one)(?= ?(?:[.!,;]|$|for you))|about (?:this|that|such)|instructions',
    outright:
      "i(?:'m| am) going to have to (?:say no|decline|pass)|have to say no to (?:this|that)|(?:isn't|is not|'s not|not) something (?:that )?(?:i'm|i am|i) (?:able|willing|can|comfortable|allowed)|not an? (?:topic|subject|request) (?:that )?i (?:can|will|am)|off[- ]limits for me|^sorry,? no can do|as an? (?:\\w+ )?(?:ai|assistant|language model)[^.]{0,30},? i (?:don't|do not|can't|cannot|won't|will not)|(?:blocked by|unavailable due to) (?:our |my |the )?(?:\\w+ )?(?:policy|policies|filter|guidelines)|respectfully,? (?:i )?(?:must )?decline|(?:goes|is|would be|falls|are) (?:against|outside)(?: of)? (?:my|our|the) (?:\\w+ )?(?:guideline|polic|principle|rule|value|capabilit|scope)|violates? (?:my|our|the|\\w+'s) (?:\\w+ )?(?:guideline|polic|rule)|(?:my|our) (?:\\w+ )?(?:guidelines|policies|policy|programming) (?:do(?:es)?n't|do(?:es)? not|prevents?|prohibits?|won't|forbids?)|(?:i|we) (?:must|have to|need to|will have to)(?: \\w+){0,2} (?:decline|refuse)|i(?:'ll| will)? (?:\\w+ )?(?:decline|refuse) (?:this|that|your|to (?:write|create|help|produce|generate|answer|assist))|i(?:'d| would) (?:rather|prefer) not(?: \\w+ (?:this|that|it))?(?=[.!,;]|$)|i(?:'ll| will)? have to pass on (?:this|that)|(?:unable|not able) to (?:comply|help|assist|process|fulfil)|can't help(?: you)? with (?:that|this)|request (?:denied|declined|refused|rejected)(?=\\W*$)|(?:request|content|script|topic) (?:can't|cannot) be (?:creat|generat|produc|provid|fulfil|process|complet)|inappropriate for me to",
    beside:
      "sorry|apologi|as an? (?:ai|artificial|language|responsible|assistant)|i'm an? (?:ai|artificial|language)|language model|unfortunately|guideline|polic(?:y|ies)|harm|illegal|unethical|unsafe|dangerous|inappropriate|instead|alternative|happy to|glad to|let me know|feel free|if you(?:'d| would| have| need| want)|(?:different|another|other) (?:topic|subject|request)|something else|respectful|safe|appropriate|understand|thank you|please|can i help|may i help|could i|i can (?:offer|help|suggest|provide)",
    said: 'said|says|replied|replies|answered|told|asked|shouted|whispered|reads',
  },
  de: {
    marks: 'nicht|kein|ablehn|verstö|verstoß|widerspr|leid',
    cannot:
      '(?:kann|darf|werde|möchte|will|könnte) ich(?: \\S+){0,4}? ?(?:nicht|kein|leider)|ich (?:kann|darf|werde|möchte|will|bin)(?: \\S+){0,6}? ?(?:nicht|keine?n?)|(?:dabei|damit|das|hierbei|dazu) kann ich|nicht in der lage|ich fühle mich nicht|ich lehne|ich muss (?:das |dies |diese \\S+ )?(?:leider )?ablehnen|ich bin nicht (?:befugt|berechtigt|in der lage)',
    help: 'helfen|weiterhelfen|behilflich|unterstützen|nachkommen|dienen|erfüllen|nicht tun|ablehn|wohl dabei|bearbeiten',
    make: 'erstell|schreib|verfass|generier|produzier|lieferen|liefern|anbieten|beantwort|formulier|geben',
    object:
      '(?:dies|solch|jen|dein|ihr)\\S* (?:\\S+ )?(?:anfrage|bitte|inhalt|thema|text|skript|wunsch|beitrag|aufforderung|anliegen)|inhalte?|dazu|darüber|hierzu|das|dies',
    outright:
      '(?:dabei|daran) (?:möchte|werde|kann) ich (?:\\S+ )?nicht mitwirken|(?:darüber|dazu) schreibe ich (?:\\S+ )?nicht|solche (?:inhalte|texte) (?:erstelle|schreibe|verfasse) ich (?:\\S+ )?nicht|tut mir leid,? (?:aber )?(?:ich kann|dabei kann ich|das kann ich|da kann ich|damit kann ich)|(?:verstößt|verstoßen) gegen (?:meine|unsere|die) (?:\\S+ )?(?:richtlinien|nutzungs|grundsätze|regeln)|widerspricht (?:meinen|unseren|den) (?:richtlinien|grundsätzen)|ich muss (?:\\S+ ){0,3}ablehnen',
    beside:
      'leid|entschuldig|leider|als (?:ki|sprachmodell|assistent)|sprachmodell|richtlinie|schädlich|illegal|gefährlich|unangemessen|stattdessen|alternativ|gerne|gern|wenn (?:du|sie)|falls (?:du|sie)|ander(?:es|en|e) thema|verständnis|sicher',
    said: 'sagt|antwortet|rief|fragt|flüstert|steht auf',
  },
  es: {
    marks: 'no |prefiero|niego|incapaz|declin|rechaz|contra|viola|infring',
    cannot:
      'no (?:me |te |le )?(?:puedo|podré|podría|podemos|es posible|soy capaz|estoy en condiciones|estoy autorizad\\S*|tengo permitido|siento cómod\\S*|quisiera|voy a poder|está permitido|debo)|prefiero no|(?:debo|tengo que) (?:declinar|rechazar|negarme)|me niego|soy incapaz',
    help: 'ayud|asist|atender|cumplir|complacer|acceder|satisfacer|colaborar|hacer (?:eso|esto)|declinar|rechazar|responder a (?:eso|esa|esta)|procesar',
    make: 'escrib|crear|generar|producir|proporcionar|redactar|elaborar|ofrecer|dar|tratar|completar|continuar',
    object:
      '(?:est|es|dich|ese|tal)\\S* (?:\\S+ )?(?:solicitud|petición|contenido|tema|guion|guión|texto|tipo|video|vídeo)|solicitud|contenido|(?:eso|esto)(?=[.,!]|$)|sobre (?:eso|esto|este)',
    outright:
      'no voy a (?:escribir|crear|generar) (?:eso|esto|este|ese)|va en contra de (?:mis|nuestras|las) (?:directrices|políticas|normas|principios)|(?:infringe|viola) (?:mis|nuestras|las) (?:directrices|políticas|normas)|(?:debo|tengo que) (?:declinar|rechazar)|lo siento,? (?:pero )?no puedo(?! (?:esperar|creer|dejar))',
    beside:
      'lo siento|lamento|disculp|perdón|como (?:ia|modelo|inteligencia|asistente)|modelo de lenguaje|política|directric|normas|perjudicial|dañin|ilegal|inapropiad|peligros|en su lugar|en cambio|alternativa|con gusto|si (?:quieres|deseas|necesitas|tienes)|puedo ayudar|otro tema|otra cosa|respet',
    said: 'dijo|dice|respondió|contestó|gritó|preguntó',
  },
  fr: {
    marks: 'ne peux|ne puis| pas|plus|saurai|refus|déclin|impossib|incapa|préfère|encontre|enfrei|contraire',
    cannot:
      "(?:je|nous) ne (?:peux|puis|pourrai|pourrais|pouvons|suis|souhaite|veux|dois|vais|me sens)(?: \\S+)? (?:pas|plus)|(?:je|nous) ne saurais|je préfère ne pas|je (?:dois|suis contraint\\S* de|me vois) (?:\\S+ )?(?:décliner|refuser)|je refuse|il m'est impossible|je suis (?:dans l'incapacité|incapable)",
    help: "aider|assister|répondre (?:à|favorablement)|donner suite|accéder|satisfaire|traiter (?:cette|votre)|faire (?:cela|ça)|décliner|refuser|accomplir|à l'aise",
    make: 'écrire|créer|générer|produire|fournir|rédiger|élaborer|proposer|donner|continuer',
    object:
      '(?:cette|ce|cet|ces|votre|ta|tel\\S*|un tel)\\s(?:\\S+ )?(?:demande|requête|contenu|sujet|script|texte|thème|genre|type|vidéo)|contenu|(?:cela|ça)(?=[.,!]|$)|à ce sujet|de (?:contenu|texte)',
    outright:
      "je ne (?:peux|puis) (?:accéder|répondre|donner suite|satisfaire)|(?:va|vont) à l'encontre de (?:mes|nos) (?:directives|principes|règles|consignes)|enfrein\\S* (?:mes|nos|les) (?:règles|directives)|contraire à (?:mes|nos) (?:directives|principes|règles)|je dois (?:\\S+ )?(?:décliner|refuser)|désolée?,? (?:mais )?je ne peux pas(?! (?:attendre|croire|m'empêcher))",
    beside:
      "désolé|excus|regrett|malheureusement|en tant qu'?(?:ia|assistant| modèle|intelligence)|modèle de langage|directive|règle|politique|nuisible|illégal|dangereu|inappropri|plutôt|alternative|volontiers|si vous (?:souhait|avez|voulez)|si tu (?:souhait|as|veux)|n'hésite|autre sujet|autre chose",
    said: 'dit|disait|répond(?:it|ait)|demanda|cria',
  },
  it: {
    marks: 'non |rifiut|declin|preferi|contro|viola',
    cannot:
      'non (?:posso|possiamo|potrò|potrei|sono in grado|sono autorizzat\\S*|mi è possibile|mi sento|intendo|voglio|riesco)|preferisco non|preferirei non|(?:devo|sono costrett\\S* a) (?:declinare|rifiutare)|mi rifiuto',
    help: 'aiutar|assister|soddisfar|accontentar|dare seguito|farlo|fare (?:questo|ciò)|declinare|rifiutare|a mio agio|accogliere|evadere|rispondere a (?:questa|tale)',
    make: 'scriver|creare|generare|produrre|fornire|redigere|elaborare|offrire|trattare|continuare',
    object:
      '(?:quest|tal|simil|de)\\S* (?:\\S+ )?(?:richiesta|contenut|argomento|testo|copione|script|tema|tipo|genere|video)|contenut|questo(?=[.,!]|$)|ciò(?=[.,!]|$)',
    outright:
      'non posso occuparmi di (?:questo|tale)|(?:preferirei|preferisco) non (?:scriver|parlar|trattar)|va contro (?:le mie|le nostre|i miei) (?:linee|regole|politiche|principi)|viola (?:le mie|le nostre|le) (?:linee|regole|politiche)|devo (?:declinare|rifiutare)|mi dispiace,? (?:ma )?non posso(?! (?:aspettare|credere|smettere))',
    beside:
      'dispiace|scus|purtroppo|in quanto (?:ia|modello|assistente)|come (?:ia|modello|assistente)|modello linguistico|linee guida|politic|dannos|illegal|pericolos|inappropriat|invece|alternativ|volentieri|se (?:vuoi|desideri|hai|vuole|ha)|altro argomento|posso aiutar',
    said: 'disse|dice|rispose|risponde|gridò|chiese',
  },
  pt: {
    marks: 'não |recus|declin|prefiro|contra|viola',
    cannot:
      'não (?:me |te |lhe )?(?:posso|podemos|poderei|poderia|consigo|é possível|estou autorizad\\S*|estou apt\\S*|sou capaz|tenho permissão|sinto confortável|vou poder|devo|quero)|prefiro não|(?:devo|tenho de|tenho que|preciso) (?:recusar|declinar)|recuso-me|me recuso',
    help: 'ajud|auxiliar|atender|cumprir|assistir|colaborar|fazer isso|satisfazer|recusar|declinar|dar seguimento|confortável em|responder a (?:isso|ess|est)|processar',
    make: 'escrever|criar|gerar|produzir|fornecer|redigir|elaborar|oferecer|tratar|continuar',
    object:
      '(?:est|ess|tal|desse|deste)\\S* (?:\\S+ )?(?:pedido|solicitação|conteúdo|tema|assunto|roteiro|guião|texto|tipo|vídeo)|conteúdo|solicitação|isso(?=[.,!]|$)|isto(?=[.,!]|$)',
    outright:
      'não me sinto (?:à vontade|confortável) (?:para|em|a) (?:escrever|criar|produzir|ajudar)|vai contra (?:as minhas|minhas|as nossas|nossas) (?:diretrizes|políticas|normas|princípios)|viola (?:as |minhas |nossas |as minhas )?(?:diretrizes|políticas|normas)|(?:devo|tenho que) recusar|(?:desculpe|desculpa|lamento|sinto muito),? (?:mas )?não posso(?! (?:esperar|acreditar|deixar))',
    beside:
      'desculp|lamento|sinto muito|infelizmente|como (?:ia|modelo|inteligência|assistente)|modelo de linguagem|diretriz|política|prejudicia|nociv|ilegal|perigos|inadequad|inapropriad|em vez|alternativa|com prazer|se (?:quiser|precisar|desejar|tiver)|outro (?:tema|assunto)|posso ajud',
    said: 'disse|diz|respondeu|gritou|perguntou',
  },
  nl: {
    marks: 'niet|geen|weiger|afwijz|strijd|tegen|kan ik',
    cannot:
      '(?:kan|mag|wil|zal) ik(?: \\S+){0,4}? ?(?:niet|geen)|ik (?:kan|mag|wil|zal|ben|voel)(?: \\S+){0,5}? ?(?:niet|geen)|ik moet (?:\\S+ ){0,3}(?:weigeren|afwijzen)|ik weiger|niet in staat|daar kan ik|ik ga (?:dit|dat|hier)?\\s?niet',
    help: 'help|bijstaan|voldoen|assister|van dienst|uitvoeren|weiger|afwijzen|op mijn gemak|doen(?=[.!]|$)|tegemoet|meewerken',
    make: 'schrijv|schrijf|maken|maak|creëren|genereren|produceren|leveren|opstellen|geven|beantwoorden',
    object:
      '(?:dit|deze|dat|die|zo\\S*|je|uw)\\s(?:\\S+ )?(?:verzoek|inhoud|onderwerp|tekst|script|vraag|soort|content|video)|inhoud|content|(?:hier|daar)(?:over|mee|bij|aan)|(?:dit|dat)(?= (?:niet|schrijven|maken)|[.,!]|$)',
    outright:
      '(?:daar|hier) schrijf ik (?:liever )?niet over|(?:in strijd met|gaat in tegen|strijdig met) (?:mijn|onze|de) (?:richtlijnen|beleid|regels|principes)|ik moet (?:\\S+ ){0,3}weigeren|sorry,? (?:maar )?(?:ik kan|daar kan ik|dat kan ik|hier kan ik)(?: \\S+){0,4} niet (?:help|mee)',
    beside:
      'sorry|spijt|excuses|helaas|als (?:ai|taalmodel|assistent)|taalmodel|richtlijn|beleid|schadelijk|illegaal|gevaarlijk|ongepast|in plaats daarvan|alternatief|graag|als (?:je|u)|ander onderwerp|iets anders|begrip',
    said: 'zei|zegt|antwoord(?:de|t)|riep|vroeg',
  },
  sv: {
    marks: 'inte|avböj|avstå|neka|strid|bryt|tyvärr',
    cannot:
      '(?:jag|vi) (?:kan|får|vill|kommer|är|känner|bör)(?: \\S+){0,3}? ?(?:inte|tyvärr)|kan (?:jag|vi)(?: \\S+){0,3}? ?inte|jag måste (?:\\S+ )?(?:avböja|avstå|neka)|jag avböjer',
    help: 'hjälp|bistå|uppfylla|tillmötesgå|avböja|avstå|bekväm|göra det|assistera',
    make: 'skriv|skap|generer|producer|tillhandahåll|ta fram|erbjud|svara|ge(?=\\s)',
    object:
      '(?:det|den|detta|denna|sådan\\S*|din)\\s?(?:\\S+ )?(?:begäran|förfrågan|innehåll|ämne|text|manus|typ|video)|innehåll|om (?:det|detta)|(?:det|detta)(?=[.,!]|$)',
    outright:
      'strider mot (?:mina|våra) (?:riktlinjer|regler|principer)|bryter mot (?:mina|våra) (?:riktlinjer|regler)|(?:tyvärr|förlåt|ledsen),? (?:men )?(?:jag )?kan (?:jag )?inte hjälpa',
    beside:
      'ledsen|förlåt|ursäkta|beklagar|tyvärr|som (?:en )?(?:ai|språkmodell|assistent)|språkmodell|riktlinj|skadlig|olaglig|farlig|olämplig|i stället|istället|alternativ|gärna|om du|annat ämne|något annat',
    said: 'sade|sa|säger|svarade|ropade|frågade',
  },
  da: {
    marks: 'ikke|afvis|afslå|mod|bryd|desværre',
    cannot:
      '(?:jeg|vi) (?:kan|må|vil|er|føler)(?: \\S+){0,4}? ?(?:ikke|desværre)|kan (?:jeg|vi)(?: \\S+){0,4}? ?ikke|jeg (?:må|bliver nødt til at) (?:\\S+ )?(?:afvise|afslå)|jeg afviser',
    help: 'hjælp|bistå|imødekomme|opfylde|efterkomme|afvise|afslå|tryg ved|gøre det|assistere',
    make: 'skriv|skab|lav|generer|producer|levere|tilbyde|udarbejd|svare|give',
    object:
      '(?:det|den|denne|dette|sådan\\S*|din)\\s?(?:\\S+ )?(?:anmodning|forespørgsel|indhold|emne|tekst|manuskript|slags|video)|indhold|om (?:det|dette)|(?:det|dette)(?=[.,!]|$)',
    outright:
      '(?:strider|er) (?:i)?mod (?:mine|vores) (?:retningslinjer|regler|principper)|bryder (?:mine|vores) (?:retningslinjer|regler)|(?:beklager|desværre|undskyld),? (?:men )?(?:jeg )?kan (?:jeg )?ikke hjælpe',
    beside:
      'beklager|undskyld|desværre|som (?:en )?(?:ai|sprogmodel|assistent)|sprogmodel|retningslinj|skadelig|ulovlig|farlig|upassende|i stedet|alternativ|gerne|hvis du|andet emne|noget andet',
    said: 'sagde|siger|svarede|råbte|spurgte',
  },
  no: {
    marks: 'ikke|avslå|avvis|nei|mot|bryt|dessverre',
    cannot:
      '(?:jeg|vi) (?:kan|får|vil|er|føler)(?: \\S+){0,4}? ?(?:ikke|dessverre)|kan (?:jeg|vi)(?: \\S+){0,4}? ?ikke|jeg må (?:\\S+ )?(?:avslå|avvise|takke nei)|jeg avslår',
    help: 'hjelp|bistå|imøtekomme|oppfylle|etterkomme|avslå|avvise|komfortabel|gjøre det|assistere|takke nei',
    make: 'skriv|skap|lag|generer|produser|levere|tilby|utarbeid|svare|gi(?=\\s)',
    object:
      '(?:det|den|denne|dette|slik\\S*|din)\\s?(?:\\S+ )?(?:forespørselen|forespørsel|innhold|emne|tekst|manus|type|video)|innhold|om (?:det|dette)|(?:det|dette)(?=[.,!]|$)',
    outright:
      '(?:strider|er) mot (?:mine|våre) (?:retningslinjer|regler|prinsipper)|bryter (?:mine|våre|med mine) (?:retningslinjer|regler)|(?:beklager|dessverre),? (?:men )?(?:jeg )?kan (?:jeg )?ikke hjelpe',
    beside:
      'beklager|unnskyld|dessverre|som (?:en )?(?:ki|ai|språkmodell|assistent)|språkmodell|retningslinj|skadelig|ulovlig|farlig|upassende|i stedet|alternativ|gjerne|hvis du|annet tema|noe annet',
    said: 'sa|sier|svarte|ropte|spurte',
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
  pl: {
    marks: 'nie |wol|odm|odrzu|narusza|sprzeczn|niezgod',
    cannot:
      'nie (?:mogę|możemy|będę|jestem|wolno mi|chcę|czuję|zamierzam|potrafię|powinien\\S*|powinn\\S*)|wolę nie|wolał\\S* nie|(?:muszę|jestem zmuszon\\S*) (?:\\S+ )?(?:odmówić|odrzucić)|odmawiam|nie mam możliwości',
    help: 'pomóc|pomoc|spełni|zrealizować|wykonać|odmówić|odrzucić|komfortowo|asystować|zrobić tego|udzielić|odpowiedzieć na (?:to|tę|tak)',
    make: 'napisać|pisać|stworzyć|tworzyć|wygenerować|generować|przygotować|dostarczyć|zaproponować|podać',
    object:
      '(?:t|tak|tej|tego|twoj)\\S* (?:\\S+ )?(?:prośb|treści|temat|tekst|scenariusz|rodzaju|materiał|żądani|film)\\S*|treści|na ten temat|tego(?=[.,!]|$)|prośb',
    outright:
      'wola(?:ł|ła)bym (?:o tym )?nie (?:pisać|tworzyć)|(?:narusza|jest sprzeczn\\S* z|niezgodn\\S* z) (?:moj\\S*|nasz\\S*) (?:wytyczn|zasad|polityk)\\S*|muszę odmówić|przepraszam,? (?:ale )?nie mogę (?:w tym |ci )?(?:pomóc|tego)',
    beside:
      'przepraszam|przykro|niestety|wybacz|jako (?:ai|model|asystent|sztuczna)|model językow|wytyczn|zasad|szkodliw|nielegaln|niebezpieczn|nieodpowiedni|zamiast|alternatyw|chętnie|jeśli (?:chcesz|potrzebujesz|masz)|inn(?:y|ym) temat|czymś innym',
    said: 'powiedzia|mówi|odpowiedzia|odparł|krzykną|zapyta',
  },
  cs: {
    marks: 'nem|nej|nes|nec|neb|neu|ned|radě|odm|poruš|rozpor|odpor',
    cannot:
      '(?:nemohu|nemůžu|nemůžeme|nejsem|nesmím|nechci|nebudu|necítím|neumím|nedokážu)|raději ne|musím (?:\\S+ )?(?:odmítnout|odmítat)|odmítám',
    help: 'pomoci|pomoct|vyhovět|splnit|asistovat|odmítnout|oprávněn|schopen|schopna|příjemně|udělat (?:to|tohle)|s tím|poskytnout pomoc',
    make: 'napsat|psát|vytvořit|vytvářet|vygenerovat|generovat|připravit|poskytnout|nabídnout|odpovědět',
    object:
      '(?:t|tak|tom|vaš|tvoj)\\S* (?:\\S+ )?(?:žádost|požadav|obsah|tém|text|scénář|druh|video)\\S*|obsah|žádost|o tom|(?:to|toto)(?=[.,!]|$)',
    outright:
      '(?:porušuje|je v rozporu s|odporuje) (?:m\\S+|naš\\S+) (?:pokyn|zásad|pravid|směrnic)\\S*|musím odmítnout|(?:omlouvám se|promiňte|je mi líto),? (?:ale )?(?:s tím |s tímto )?(?:nemohu|nemůžu)',
    beside:
      'omlouvám|promi[ňn]|líto|bohužel|jako (?:ai|jazykový|asistent|umělá)|jazykový model|pokyn|zásad|škodliv|nelegáln|nebezpečn|nevhodn|místo toho|alternativ|rád|pokud (?:chce|potřebuje|máte|máš)|jin(?:é|ém) tém',
    said: 'řekl|říká|odpověděl|vykřikl|zeptal',
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
  ro: {
    marks: 'nu |refuz|prefer|încal|contrav|împotriva|imposibil',
    cannot:
      'nu (?:te |vă |îți |mă )?(?:pot|putem|voi putea|aș putea|sunt în măsură|sunt capabil\\S*|am voie|simt|vreau|îmi este permis)|prefer să nu|(?:trebuie|sunt nevoit\\S*) să (?:\\S+ )?refuz|refuz să|îmi este imposibil',
    help: 'ajut|asist|îndeplin|satisfac|răspunde (?:acestei|la)|da curs|refuz|confortabil|face (?:asta|acest)',
    make: 'scri|crea|gener|produc|furniz|redact|elabor|ofer|da(?=\\s)',
    object:
      '(?:acest|aceast|astfel|ast)\\S* (?:de )?(?:\\S+ )?(?:cerer|solicit|conținut|subiect|temă|tem|text|scenariu|tip|video)\\S*|conținut|cerer|despre (?:asta|acest)|asta(?=[.,!]|$)',
    outright:
      '(?:contravine|încalcă|este împotriva) (?:ghid|regul|politic|princip)\\S* (?:mele|noastre)|trebuie să refuz|(?:îmi pare rău|scuze|regret),? (?:dar )?nu (?:te |vă )?pot ajuta',
    beside:
      'pare rău|scuz|regret|din păcate|ca (?:ai|model|asistent|inteligență)|model de limbaj|ghid|politic|dăunăt|ilegal|periculos|nepotrivit|în schimb|alternativ|cu plăcere|dacă (?:vrei|dori|ai|aveți)|alt subiect',
    said: 'spus|zis|zice|răspuns|strigat|întrebat',
  },
  tr: {
    marks: 'am|em|redd|geri|aykırı|uygun|izin',
    cannot:
      '(?:yardımcı|yardım|yerine|hizmet)\\S* (?:\\S+ )?(?:olamam|olamıyorum|edemem|edemiyorum|getirem\\S*|veremem|olamayacağım|edemeyeceğim)|(?:yaz|oluştur|üret|sağla|hazırla|sun|yap|ver|cevapla|yanıtla)\\S*(?:amam|emem|amıyorum|emiyorum|amayacağım|emeyeceğim|mam mümkün değil|mem mümkün değil)|(?:reddetmek|geri çevirmek) zorundayım|reddediyorum',
    help: 'yardım|yerine getir|hizmet|reddet|geri çevir|mümkün değil|yap(?:a)',
    make: 'yaz|oluştur|üret|sağla|hazırla|sun|ver|cevapla|yanıtla',
    object:
      'bu (?:\\S+ )?(?:istek|isteğ|talep|tale|konu|içeri|metin|metn|senaryo|tür)\\S*|içeri[kğ]\\S*|böyle (?:bir|içerik)|bunu|bu konuda',
    outright:
      '(?:kurallarım|politikalar|yönergeler|ilkelerim)\\S* (?:aykırı|izin vermiyor|uygun değil)|(?:üzgünüm|maalesef),? (?:ama |ancak |fakat )?(?:bu )?(?:\\S+ ){0,2}(?:yardımcı olamam|yardımcı olamıyorum|bunu yapamam)',
    beside:
      'üzgün|özür|maalesef|yapay zek|dil modeli|asistan|yönerge|politika|zararlı|yasa dışı|yasadışı|tehlikeli|uygunsuz|bunun yerine|alternatif|memnuniyet|eğer|isterseniz|istersen|başka bir konu',
    said: 'dedi|diyor|diye|cevap verdi|bağırdı|sordu',
  },
  id: {
    marks: 'tidak|tak |tolak|langgar|tentang',
    cannot:
      '(?:saya|kami|aku) (?:\\S+ )?(?:tidak|tak) (?:bisa|dapat|mampu|boleh|diizinkan|diperbolehkan|nyaman|akan|ingin|bersedia)|tidak (?:bisa|dapat) (?:membantu|memenuhi)|(?:saya )?(?:harus|terpaksa) menolak|saya menolak',
    help: 'membantu|bantu|memenuhi|melayani|menolak|nyaman|melakukan (?:itu|ini)|menanggapi|melanjutkan permintaan',
    make: 'menulis|membuat|menghasilkan|memberikan|menyediakan|menyusun|menjawab',
    object:
      '(?:permintaan|konten|topik|naskah|teks|materi|video|hal|jenis)(?: \\S+)? (?:ini|itu|tersebut|semacam|seperti)|konten|permintaan|tentang (?:ini|itu)|(?:ini|itu)(?=[.,!]|$)',
    outright:
      '(?:melanggar|bertentangan dengan|tidak sesuai dengan) (?:pedoman|kebijakan|aturan|prinsip)(?: \\S+)?|(?:maaf|mohon maaf),? (?:tetapi |tapi |namun )?saya tidak (?:bisa|dapat) membantu|saya harus menolak',
    beside:
      'maaf|sayangnya|sebagai (?:ai|model|asisten|kecerdasan)|model bahasa|pedoman|kebijakan|berbahaya|merugikan|ilegal|tidak pantas|sebagai gantinya|alternatif|dengan senang|jika (?:anda|kamu)|topik lain|hal lain',
    said: 'kata|ujar|jawab(?:nya)?|teriak|tanya',
  },
  vi: {
    marks: 'không|chưa|từ chối|trái|vi phạm|ngược',
    cannot:
      '(?:tôi|mình|chúng tôi|em) (?:\\S+ )?(?:không thể|không được phép|không có khả năng|không muốn|không thoải mái|chưa thể|không sẵn lòng|không nên)|(?:tôi )?(?:phải|xin|đành) từ chối',
    help: 'giúp|hỗ trợ|đáp ứng|thực hiện|từ chối|thoải mái|làm (?:điều|việc) (?:này|đó)|tiếp tục',
    make: 'viết|tạo|soạn|cung cấp|sản xuất|đưa ra|trả lời',
    object:
      '(?:yêu cầu|nội dung|chủ đề|kịch bản|văn bản|video|thông tin|điều|việc)(?: \\S+){0,3} (?:này|đó|vậy|như vậy)|nội dung|yêu cầu|về (?:điều|chủ đề|vấn đề)',
    outright:
      '(?:vi phạm|trái với|đi ngược) (?:\\S+ )?(?:nguyên tắc|chính sách|hướng dẫn|quy định)|(?:xin lỗi|rất tiếc),? (?:nhưng )?(?:tôi|mình) không thể (?:giúp|hỗ trợ|đáp ứng|thực hiện|viết|tạo)|xin (?:phép )?từ chối',
    beside:
      'xin lỗi|rất tiếc|đáng tiếc|là (?:một )?(?:ai|trí tuệ|mô hình|trợ lý)|mô hình ngôn ngữ|nguyên tắc|chính sách|có hại|gây hại|bất hợp pháp|nguy hiểm|không phù hợp|thay vào đó|thay thế|sẵn lòng|nếu bạn|chủ đề khác',
    said: 'nói|trả lời rằng|hét|hỏi',
  },
  ru: {
    marks: 'не |неком|неудоб|вынужд|предпоч|отказ|против|наруш|запрещ',
    cannot:
      '(?:я |мы )?(?:к сожалению, )?(?:я )?не (?:могу|можем|смогу|имею|буду|хочу|способ\\S*|вправе|в состоянии|готов\\S*|намерен\\S*|должен|умею)|мне (?:некомфортно|неудобно|запрещено|не разрешено)|вынужден\\S*|предпоч\\S+ не|отказываюсь',
    help: 'помочь|помогать|выполнить|выполнять|удовлетворить|отказать|отклонить|этого (?:с)?делать|(?:с)?делать (?:этого|это)|содействовать|поддержать (?:этот|такой)|продолжить (?:этот|обсуждение)|ответить на (?:этот|такой|ваш)|обсуждать (?:эту|это)|некомфортно',
    make: 'написать|писать|создать|создавать|сгенерировать|генерировать|предоставить|составить|подготовить|предложить|дать',
    object:
      '(?:эт|так|подобн|данн|ваш|тво)\\S* (?:\\S+ )?(?:запрос|просьб|контент|тем|текст|сценари|материал|рода|видео)\\S*|контент|запрос|об этом|на эту тему|(?:это|этого)(?=[.,!]|$)',
    outright:
      'предпоч[её]ла? бы не (?:писать|обсуждать|создавать)|(?:противоречит|нарушает|не соответствует) (?:мо|наш)\\S+ (?:\\S+ )?(?:правил|принцип|политик|рекомендац)\\S*|вынужден\\S* отказать|(?:извините|простите|к сожалению|прошу прощения),? (?:но )?(?:я )?не могу (?:с этим |вам |тебе |вам с этим |выполнить |написать |создать |помочь)',
    beside:
      'извин|прости|сожален|сожалею|увы|как (?:ии|языковая|искусственн|ассистент)|языковая модель|правил|политик|вредн|вред|незаконн|опасн|неприемлем|вместо этого|альтернатив|с удовольствием|если (?:вы|вам|у вас|хотите|ты|тебе)|друг(?:ую|ой|ая) тем|чем-то друг|могу помочь',
    said: 'сказал|говорит|ответил|крикнул|спросил|произн',
  },
  uk: {
    marks: 'не |неком|незруч|змуш|відмов|волію|супереч|наруш|заборон',
    cannot:
      '(?:я |ми )?не (?:можу|можемо|зможу|маю|буду|хочу|здатн\\S*|вправі|готов\\S*|в змозі)|мені (?:некомфортно|незручно|заборонено)|змушен\\S*|відмовляюся|волію не',
    help: 'допомогти|допомагати|виконати|виконувати|задовольнити|відмовити|відхилити|(?:з)?робити (?:це|цього)|цього зробити|сприяти|відповісти на (?:цей|такий)|некомфортно',
    make: 'написати|писати|створити|створювати|згенерувати|генерувати|надати|скласти|підготувати|запропонувати',
    object:
      '(?:ц|так|подібн|дан|ваш|тв)\\S* (?:\\S+ )?(?:запит|прохан|контент|тем|текст|сценарі|матеріал|роду|відео)\\S*|контент|запит|про це|на цю тему|(?:це|цього)(?=[.,!]|$)',
    outright:
      '(?:суперечить|порушує|не відповідає) (?:мо|наш)\\S+ (?:\\S+ )?(?:правил|принцип|політи|рекоменд)\\S*|змушен\\S* відмовити|(?:вибачте|на жаль|перепрошую|пробачте),? (?:але )?(?:я )?не можу (?:з цим |вам |тобі |допомогти|виконати|написати|створити)',
    beside:
      'вибач|пробач|перепрош|на жаль|шкода|як (?:ші|мовна|штучн|асистент)|мовна модель|правил|політи|шкідлив|незаконн|небезпечн|неприйнятн|натомість|альтернатив|із задоволенням|якщо (?:ви|вам|у вас|хочете|ти)|іншу тему|можу допомогти',
    said: 'сказа|каже|відпові[вл]|крикну|запита',
  },
  bg: {
    marks: 'не |няма|отка|принуд|против|наруш',
    cannot:
      'не (?:мога|можем|съм|искам|желая|бих|ми е)|няма да мога|(?:трябва|принуден\\S* съм) да (?:\\S+ )?откажа|отказвам',
    help: 'помогна|помагам|съдейств|изпълня|удовлетворя|откажа|отказвам|направя това|комфортно|в състояние|отговоря на (?:тов|тази)',
    make: 'напиша|пиша|създам|създавам|генерирам|предоставя|изготвя|предложа|дам',
    object:
      '(?:т|так|подобн)\\S* (?:\\S+ )?(?:заявка|молба|искане|съдържание|тема|текст|сценари|вид|видео)\\S*|съдържание|заявка|за това|това(?=[.,!]|$)',
    outright:
      '(?:противоречи на|нарушава) (?:мо|наш)\\S+ (?:\\S+ )?(?:правил|насоки|принцип|полити)\\S*|(?:съжалявам|за съжаление|извинете),? (?:но )?не мога да (?:ви |ти )?(?:помогна|изпълня|напиша|създам)',
    beside:
      'съжаля|извин|за съжаление|като (?:ии|езиков|изкуствен|асистент)|езиков модел|насок|правил|вредн|незаконн|опасн|неподходящ|вместо това|алтернатив|с удоволствие|ако (?:искате|имате|желаете|искаш)|друга тема',
    said: 'каза|казва|отговори|извика|попита',
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
  ar: {
    marks: 'عدم|لا |لن |لست|غير|عتذر|رفض|تعارض|خالف|نتهك|تنافى|يتعذر',
    cannot:
      'لا (?:أستطيع|يمكنني|يمكننا|أقدر|أشعر|أرغب|يسعني|يُسمح لي|يسمح لي)|لن (?:أستطيع|أتمكن|أقوم|أكتب)|لست (?:قادر|مخول|مرتاح)\\S*|غير قادر|أعتذر عن|(?:علي|يجب) أن أرفض|أرفض|يتعذر علي',
    help: 'مساعد|أساعد|تلبية|الاستجابة|تنفيذ|القيام بذلك|فعل ذلك|أرفض|رفض|بالراحة|المتابعة|الرد على (?:هذا|طلب)',
    make: 'كتابة|أكتب|إنشاء|أنشئ|إنتاج|توليد|تقديم|إعداد|صياغة|توفير',
    object:
      '(?:هذا|هذه|مثل هذا|ذلك) (?:ال)?(?:\\S+ )?(?:طلب|محتوى|موضوع|نص|سيناريو|نوع)\\S*|الطلب|محتوى|المحتوى|هذا الموضوع|بهذا|(?:هذا|ذلك)(?=[.،!]|$)',
    outright:
      'أفضل عدم (?:الكتابة|كتابة|إنشاء|تناول|الحديث)|(?:يتعارض|يخالف|ينتهك|يتنافى)\\S* (?:مع )?(?:إرشادات|سياسات|سياسة|مبادئ|قواعد|الإرشادات|المبادئ)\\S*|(?:آسف|عذرًا|عذرا|أعتذر|للأسف|المعذرة)،? ?(?:ولكن |لكن |ولكنني |لكنني |لكني )?(?:لا يمكنني|لا أستطيع|لن أتمكن)(?: من)? ?(?:مساعد|تلبية|القيام|كتابة|إنشاء|تقديم)\\S*',
    beside:
      'آسف|عذر|أعتذر|للأسف|نموذج لغوي|ذكاء اصطناعي|مساعد|إرشادات|سياس|ضار|مؤذ|غير قانوني|خطير|غير لائق|غير مناسب|بدلًا|بدلا|بديل|يسعدني|إذا (?:كنت|أردت|كان)|موضوع آخر',
    said: 'قال|قالت|أجاب|صرخ|سأل|يقول',
  },
  fa: {
    marks: 'نمی|نیست|معذور|رد کنم|مغایر|خلاف|نقض|قادر',
    cannot:
      'نمی‌?\\s?توان(?:م|یم)|قادر (?:نیستم|به)|مجاز نیستم|مایل نیستم|راحت نیستم|نمی‌?\\s?خواهم|متأسفم که نمی|معذورم|باید (?:\\S+ )?رد کنم|امکان‌?پذیر نیست',
    help: 'کمک|یاری|انجام|برآورده|پاسخ ?گو|رد کنم|معذور|راحت نیستم|همراهی',
    make: 'بنویس|نوشتن|ایجاد|تولید|ارائه|تهیه|بسازم|پاسخ',
    object:
      '(?:این|چنین|آن) (?:\\S+ )?(?:درخواست|محتوا|موضوع|متن|فیلمنامه|نوع)\\S*|محتوا|درخواست|در این (?:مورد|باره)|این کار',
    outright:
      '(?:مغایر|برخلاف|خلاف|نقض)\\S* (?:با )?(?:دستورالعمل|قوانین|سیاست|اصول)\\S*|(?:متأسفم|متاسفم|ببخشید|پوزش|متأسفانه|متاسفانه)،? ?(?:اما |ولی )?(?:من )?نمی‌?\\s?توانم (?:\\S+ ){0,4}(?:کمک|انجام|بنویسم|ایجاد|پاسخ)\\S*|از (?:انجام|پاسخ)\\S* (?:\\S+ ){0,3}معذورم',
    beside:
      'متأسف|متاسف|ببخشید|پوزش|عذر|مدل زبان|هوش مصنوعی|دستیار|دستورالعمل|سیاست|مضر|آسیب|غیرقانونی|خطرناک|نامناسب|در عوض|جایگزین|خوشحال|اگر|موضوع دیگر',
    said: 'گفت|می‌گوید|پاسخ داد|فریاد|پرسید',
  },
  he: {
    marks: 'לא |אינ|אין|איני|סרב|נאלץ|מנוגד|סותר|מפר|נוגד|מעדיף',
    cannot:
      '(?:אני |אנחנו )?(?:לא (?:יכול|יכולה|אוכל|מסוגל|מרגיש|רוצה|מוכן|רשאי|ניתן|נוכל)|אינני|איני|אין באפשרותי|אין ביכולתי|נאלץ|חייב לסרב|עליי? לסרב|מסרב|מעדיף (?:ש)?לא)\\S*',
    help: 'לעזור|לסייע|למלא|להיענות|לסרב|נוח|לעשות (?:זאת|את זה)|לבצע|לענות על (?:כך|זה|בקשה)|עזרה',
    make: 'לכתוב|ליצור|להפיק|לייצר|לספק|להכין|לנסח|להציע|לתת',
    object:
      '(?:ב|ל|ה|את ה)?(?:בקשה|תוכן|נושא|טקסט|תסריט|סרטון)\\S*(?: \\S+)? (?:הזה|הזו|הזאת|זה|זו|כזה|כזו)|תוכן|בקשה|על (?:כך|זה)|(?:זאת|את זה)(?=[.,!]|$)|(?:בכך|בזה)',
    outright:
      '(?:מנוגד|סותר|מפר|נוגד)\\S* (?:את |ל)?(?:ההנחיות|הכללים|המדיניות|העקרונות|להנחיות|לכללים|לעקרונות)\\S*|(?:מצטער|מצטערת|סליחה|לצערי|מתנצל)\\S*,? (?:אבל |אך )?(?:אני )?(?:לא (?:יכול|יכולה|אוכל)|איני יכול|אינני יכול)\\S* (?:לעזור|לסייע|למלא|לכתוב|ליצור|לעשות)\\S*',
    beside:
      'מצטער|סליחה|לצערי|מתנצל|מודל שפה|בינה מלאכותית|עוזר|הנחיות|מדיניות|מזיק|פוגעני|לא חוקי|מסוכן|לא הולם|במקום|חלופ|אשמח|בשמחה|אם (?:תרצה|תרצי|יש|אתה)|נושא אחר',
    said: 'אמר|אמרה|ענה|ענתה|צעק|שאל|אומר',
  },
  hi: {
    marks: 'नहीं|असमर्थ|अक्षम|मना|इनकार|अस्वीकार|खिलाफ|ख़िलाफ़|विरुद्ध|उल्लंघन',
    cannot:
      '(?:मैं|हम) .{0,60}?(?:नहीं|असमर्थ|अक्षम|मना|इनकार|अस्वीकार)|(?:नहीं कर सकता|नहीं कर सकती|नहीं दे सकता|नहीं दे सकती|असमर्थ हूँ|असमर्थ हूं|नहीं लिख सकत\\S*|नहीं बना सकत\\S*)|मुझे .{0,30}(?:मना|अस्वीकार)',
    help: 'मदद|सहायता|सहयोग|पूरा|अनुरोध|मना करना|इनकार|अस्वीकार|सहज',
    make: 'लिख|बना|तैयार|प्रदान|उत्पन्न|जनरेट|दे(?= सक|ने)',
    object:
      '(?:इस|ऐस|उस|यह|आपके)\\S* (?:\\S+ )?(?:अनुरोध|सामग्री|विषय|पाठ|स्क्रिप्ट|तरह|प्रकार|वीडियो)\\S*|सामग्री|अनुरोध|इस बारे|इसमें|यह(?= नहीं)',
    outright:
      '(?:दिशानिर्देशों|दिशा-निर्देशों|नीतियों|नीति|नियमों) (?:के|का) (?:खिलाफ|ख़िलाफ़|विरुद्ध|उल्लंघन)|(?:माफ़?\\S* करें|क्षमा करें|क्षमा कीजिए|खेद है|माफ़ कीजिए|माफ कीजिए),? ?.{0,60}?(?:मदद|सहायता|अनुरोध|पूरा).{0,30}?(?:नहीं|असमर्थ)',
    beside:
      'क्षमा|माफ़|माफ|खेद|दुर्भाग्य|भाषा मॉडल|कृत्रिम|एआई|ai|सहायक|दिशानिर्देश|दिशा-निर्देश|नीति|हानिकारक|अवैध|ग़ैरक़ानूनी|खतरनाक|ख़तरनाक|अनुचित|इसके बजाय|विकल्प|खुशी|यदि|अगर|दूसरे विषय|अन्य विषय',
    said: 'कहा|कहता|कहती|बोला|बोली|पूछा|चिल्ला',
  },
  bn: {
    marks: 'না|নই|অক্ষম|অপারগ|অস্বীকার|বিরুদ্ধে|লঙ্ঘন|পরিপন্থী',
    cannot:
      '(?:আমি|আমরা) .{0,60}?(?:পারব না|পারি না|পারছি না|পারবো না|অক্ষম|সক্ষম নই|অপারগ|অস্বীকার|না করতে)|(?:করতে|দিতে|লিখতে|তৈরি করতে) (?:পারব না|পারি না|পারছি না|পারবো না|অক্ষম|অপারগ)',
    help: 'সাহায্য|সহায়তা|সহযোগিতা|পূরণ|অনুরোধ|অস্বীকার|স্বাচ্ছন্দ্য',
    make: 'লিখ|তৈরি|প্রদান|দিতে|উৎপাদন|রচনা',
    object:
      '(?:এই|এমন|এ|সেই|আপনার) (?:\\S+ )?(?:অনুরোধ|বিষয়|কনটেন্ট|সামগ্রী|লেখা|স্ক্রিপ্ট|ধরনের|ভিডিও)\\S*|অনুরোধ|কনটেন্ট|বিষয়ে|এটি',
    outright:
      '(?:নীতিমালা|নির্দেশিকা|নিয়ম)\\S* (?:পরিপন্থী|বিরুদ্ধে|লঙ্ঘন)|(?:দুঃখিত|ক্ষমা|মাফ)\\S*,? ?.{0,60}?(?:সাহায্য|সহায়তা|অনুরোধ).{0,30}?(?:পারব না|পারি না|পারছি না|পারবো না|অক্ষম|অপারগ)',
    beside:
      'দুঃখিত|ক্ষমা|মাফ|দুর্ভাগ্য|ভাষা মডেল|কৃত্রিম|এআই|সহকারী|নীতি|নির্দেশিকা|ক্ষতিকর|অবৈধ|বিপজ্জনক|অনুপযুক্ত|পরিবর্তে|বিকল্প|খুশি|যদি|অন্য বিষয়',
    said: 'বলল|বললেন|বলে|উত্তর দিল|জিজ্ঞাসা|চিৎকার',
  },
  ta: {
    marks: 'முடியா|இயல|முடியவி|மறுக்|முரண|எதிரான|மீறு',
    cannot:
      '(?:என்னால்|எங்களால்) .{0,80}?(?:முடியாது|இயலாது|முடியவில்லை|இயலவில்லை)|(?:உதவ|எழுத|உருவாக்க|வழங்க|செய்ய|நிறைவேற்ற|பதிலளிக்க)\\s?(?:முடியாது|இயலாது|முடியவில்லை|இயலவில்லை)|மறுக்கிறேன்|மறுக்க வேண்டியுள்ளது',
    help: 'உதவ|உதவி|நிறைவேற்ற|பூர்த்தி|மறுக்க|செய்ய|பதிலளிக்க',
    make: 'எழுத|உருவாக்க|வழங்க|தயாரிக்க|அளிக்க',
    object:
      '(?:இந்த|இது|அந்த|இத்தகைய|இதுபோன்ற|உங்கள்)\\S* ?(?:\\S+ )?(?:கோரிக்கை|உள்ளடக்க|தலைப்பு|உரை|ஸ்கிரிப்ட்|வகை|வீடியோ)\\S*|உள்ளடக்க|கோரிக்கை|இதை|இதற்கு',
    outright:
      '(?:வழிகாட்டுதல்|கொள்கை|விதி)\\S* (?:எதிரான|முரண|மீறு)\\S*|(?:மன்னிக்கவும்|மன்னியுங்கள்|வருந்துகிறேன்),? ?.{0,80}?(?:உதவ|நிறைவேற்ற|செய்ய|எழுத|உருவாக்க).{0,10}?(?:முடியாது|இயலாது|முடியவில்லை|இயலவில்லை)',
    beside:
      'மன்னி|வருந்து|துரதிர்ஷ்ட|மொழி மாதிரி|செயற்கை|உதவியாளர்|வழிகாட்டுதல்|கொள்கை|தீங்கு|சட்டவிரோத|ஆபத்தான|பொருத்தமற்ற|பதிலாக|மாற்று|மகிழ்ச்சி|வேறு தலைப்பு|நீங்கள்',
    said: 'என்றார்|என்றான்|என்றாள்|சொன்ன|கூறினா',
  },
  te: {
    marks: 'లేను|లేము|కుదర|సాధ్యం|తిరస్క|విరుద్ధ|ఉల్లంఘ',
    cannot:
      '(?:నేను|మేము) .{0,80}?(?:లేను|లేము|చేయలేను|చేయలేము|కుదరదు|సాధ్యం కాదు|తిరస్కరి\\S*)|(?:సహాయం|సాయం|రాయ|వ్రాయ|సృష్టించ|అందించ|చేయ|నెరవేర్చ)\\S*\\s?(?:లేను|లేము)|తిరస్కరిస్తున్నాను',
    help: 'సహాయ|సాయం|సహకర|నెరవేర్చ|పూర్తి|తిరస్కరి|చేయలే|స్పందించ',
    make: 'రాయ|వ్రాయ|సృష్టించ|అందించ|తయారు|రూపొందించ|ఇవ్వ',
    object: '(?:ఈ|ఇలాంటి|అలాంటి|ఆ|మీ) (?:\\S+ )?(?:అభ్యర్థన|కంటెంట్|విషయ|అంశ|పాఠ్య|స్క్రిప్ట్|రకమైన|వీడియో)\\S*|కంటెంట్|అభ్యర్థన|దీని|ఇది',
    outright:
      '(?:మార్గదర్శకాల|విధానాల|నియమాల)\\S* (?:విరుద్ధ|ఉల్లంఘ)\\S*|(?:క్షమించండి|క్షమించాలి|విచారిస్తున్నాను),? ?.{0,80}?(?:సహాయం|సాయం|నెరవేర్చ|రాయ|చేయ)\\S* ?\\S{0,12}(?:లేను|లేము)',
    beside:
      'క్షమించ|విచార|దురదృష్ట|భాషా మోడల్|భాషా నమూనా|కృత్రిమ|సహాయకు|మార్గదర్శక|విధాన|హానికర|చట్టవిరుద్ధ|ప్రమాదకర|అనుచిత|బదులుగా|ప్రత్యామ్నాయ|సంతోష|మీరు|మరో అంశ',
    said: 'అన్నాడు|అన్నారు|అన్నది|చెప్పాడు|చెప్పింది',
  },
  th: {
    marks: 'ไม่|ปฏิเสธ|ขัด|ละเมิด|ผิด',
    cannot:
      '(?:ฉัน|ผม|ดิฉัน|เรา|ขออภัย|ขอโทษ|เสียใจ).{0,40}?(?:ไม่สามารถ|ไม่อาจ|ไม่ได้รับอนุญาต|ไม่สะดวก|ไม่สบายใจ|ขอปฏิเสธ|ช่วย.{0,20}ไม่ได้|ทำ.{0,10}ไม่ได้|เขียน.{0,20}ไม่ได้)|ไม่สามารถ(?:ช่วย|ให้ความช่วยเหลือ|ดำเนินการ|ตอบสนอง|ทำตาม)|ขอปฏิเสธ|จำเป็นต้องปฏิเสธ',
    help: 'ช่วย|ดำเนินการ|ตอบสนอง|ทำตาม|ปฏิเสธ|สบายใจ',
    make: 'เขียน|สร้าง|ผลิต|จัดทำ|ให้ข้อมูล|นำเสนอ|ตอบ',
    object: '(?:คำขอ|เนื้อหา|หัวข้อ|บท|สคริปต์|เรื่อง|สิ่ง|ข้อความ|วิดีโอ)[^ ]{0,20}(?:นี้|นั้น|ดังกล่าว|แบบนี้|เช่นนี้)|คำขอ|เนื้อหา',
    outright:
      '(?:ขัดต่อ|ขัดกับ|ละเมิด|ผิด)(?:\\S{0,10})?(?:แนวทาง|นโยบาย|หลักการ|กฎ|ข้อกำหนด)|(?:ขออภัย|ขอโทษ|เสียใจ).{0,30}?(?:ไม่สามารถ(?:ช่วย|ให้ความช่วยเหลือ|ดำเนินการ|ตอบ|ทำตาม|เขียน|สร้าง)|ช่วย.{0,20}ไม่ได้)',
    beside:
      'ขออภัย|ขอโทษ|เสียใจ|น่าเสียดาย|โมเดลภาษา|ปัญญาประดิษฐ์|ผู้ช่วย|แนวทาง|นโยบาย|อันตราย|ผิดกฎหมาย|ไม่เหมาะสม|แทน|ทางเลือก|ยินดี|หากคุณ|ถ้าคุณ|หัวข้ออื่น',
    said: 'พูดว่า|กล่าวว่า|บอกว่า|ตอบว่า|ถามว่า|ตะโกน',
  },
  zh: {
    marks: '[不无無没沒恕难難违違背拒]',
    cannot:
      '(?:我|本人|我们|我們|小助手)[^。！？!?]{0,14}?(?:不能|无法|無法|不可以|没办法|沒辦法|没法|不会|不會|不便|不(?:太)?方便|不(?:太)?适合|不適合|拒绝|拒絕|不愿|不願|不想|恕难|恕難|做不到|不太舒服|不被允许|不被允許)|(?:无法|無法|不能)(?:为您|為您|为你|為你|帮|幫|协助|協助|满足|滿足|提供|完成|生成|回应|回應|处理|處理)|恕(?:我)?(?:不能|无法|無法|难|難)',
    help: '帮(?:助|您|你|忙|到)|幫(?:助|您|你|忙|到)|协助|協助|满足|滿足|完成|处理|處理|拒绝|拒絕|从命|從命|回应|回應|配合|继续(?:这|该|此)|做到',
    make: '写|寫|创作|創作|生成|提供|撰写|撰寫|编写|編寫|制作|製作|回答|讨论|討論|给出|給出',
    object:
      '(?:这|這|该|該|此|那|您的|你的|相关|相關|类似|類似)[^。！？!?，,]{0,8}?(?:请求|請求|要求|内容|內容|话题|話題|主题|主題|脚本|腳本|文本|文案|问题|問題|信息|資訊|视频|影片)|内容|內容|请求|請求|这样的|這樣的|这方面|這方面|这个|這個',
    outright:
      '我(?:不想|不愿意?|不願意?)(?:写|寫|创作|創作)(?:这|這|此)|(?:违反|違反|不符合|违背|違背)[^。！？!?]{0,8}(?:准则|準則|政策|规定|規定|原则|原則|指南|规范|規範)|(?:抱歉|对不起|對不起|很遗憾|很遺憾|不好意思)[，,。！!]?[^。！？!?]{0,12}(?:不能|无法|無法|没办法|沒辦法|不便|不会|不會)[^。！？!?]{0,10}(?:帮|幫|协助|協助|满足|滿足|提供|完成|回答|生成|写|寫|创作|創作|处理|處理|请求|請求|内容|內容)',
    beside:
      '抱歉|对不起|對不起|遗憾|遺憾|不好意思|作为(?:一个|一名)?(?:ai|人工|语言|助手)|作為(?:一個|一名)?(?:ai|人工|語言|助手)|语言模型|語言模型|人工智能|人工智慧|准则|準則|政策|有害|违法|違法|非法|危险|危險|不当|不當|不适当|不適當|替代|其他|其它|如果(?:您|你)|乐意|樂意|请您|請您|谅解|諒解|理解',
    said: '说道|說道|说：|說：|回答说|回答說|喊道|问道|問道|告诉他|告诉她',
  },
  ja: {
    marks: 'ません|かねます|できない|断り|控え|反|違反|沿い|抵触|遠慮|抵抗|気が進',
    cannot:
      '(?:お(?:手伝い|答え|応え|役に立)|ご(?:支援|対応|協力|提供|希望|要望|依頼|リクエスト)|(?:作成|生成|提供|対応|回答|執筆|協力|支援|作る|書く)).{0,16}?(?:できません|できかねます|致しかねます|いたしかねます|出来ません|しかねます|できない|ことはできません|応じられません|控えさせて|差し控え|お断り|遠慮)|応じ(?:ることは)?(?:できません|られません|かねます)|お断り(?:し|いた|させて)|(?:書く|作る)(?:こと)?(?:が|は|に)?.{0,8}(?:できません|抵抗|気が進みません)',
    help: 'お手伝い|お答え|お応え|お役に|支援|対応|協力|応じ|お断り|遠慮|控え',
    make: '作成|生成|提供|回答|執筆|作る|書く|書け|制作|製作',
    object:
      '(?:その|この|こうした|そのような|このような|ご|当該)[^。]{0,8}?(?:依頼|要求|リクエスト|要望|内容|コンテンツ|話題|トピック|テーマ|文章|台本|質問|動画)|コンテンツ|内容|それ|これ|ご依頼|リクエスト',
    outright:
      '(?:その|この)(?:テーマ|内容|話題|件|依頼)[^。]{0,8}(?:書け|作れ|扱え|お話しでき|お答えでき)ません|(?:ガイドライン|ポリシー|規約|方針|原則)[^。]{0,8}(?:反|違反|沿い?ません|抵触)|(?:申し訳|すみません|ごめんなさい|恐れ入りますが|残念ながら|恐縮ですが)[^。]{0,30}?(?:できません|できかねます|致しかねます|いたしかねます|応じられません|お断り|しかねます|お手伝いすることが)',
    beside:
      '申し訳|すみません|ごめんなさい|恐れ入り|残念ながら|恐縮|言語モデル|人工知能|ai(?:として|アシスタント|です)|アシスタント|ガイドライン|ポリシー|有害|違法|危険|不適切|代わりに|別の|他の|ご理解|もし|よろしければ|喜んで|ください',
    said: 'と言|と答え|と叫|と尋ね|と話|とつぶや',
  },
  ko: {
    marks: '없|어렵|못|불가|거절|거부|않|곤란|불편|위반|위배|어긋|반|사양',
    cannot:
      '(?:도와|도움|작성|생성|제공|만들|써|쓸|답변|응답|수행|진행|처리|지원|이행|응)[^.!?]{0,14}?(?:수 없|수는 없|수가 없|어렵|불가능|못|않겠|곤란|거절|불편)|(?:요청|부탁)[^.!?]{0,14}?(?:수 없|수는 없|어렵|거절|거부)|거절(?:하|해야|할)|응할 수 없|정중히 사양',
    help: '도와|도움|지원|요청|수행|처리|거절|거부|응할|이행|사양',
    make: '작성|생성|제공|만들|써|쓸|쓰|답변|응답',
    object:
      '(?<!\\p{L})(?:그|이|해당|이런|그런|이러한|그러한|요청하신)\\s?(?:\\S+ )?(?:요청|콘텐츠|내용|주제|글|대본|스크립트|질문|종류|영상|부분)\\S*|콘텐츠|내용|요청|그것|이것|그건|이건',
    outright:
      '(?:그런|이런|이|해당) (?:글|내용|대본|주제)[^.!?]{0,10}(?:쓰고 싶지 않|쓸 수 없|말씀드릴 수 없|다룰 수 없)|(?:가이드라인|정책|지침|원칙|규정)\\S*\\s?(?:에|을|를)?\\s?(?:위반|위배|어긋|반)|(?:죄송|미안|유감|안타깝)[^.!?]{0,40}?(?:도와드릴 수 없|도와드리기 어렵|도움을 드릴 수 없|작성할 수 없|제공할 수 없|생성할 수 없|만들 수 없|응할 수 없|답변할 수 없|답변드릴 수 없|들어드릴 수 없|드릴 수 없|처리할 수 없|수행할 수 없|쓸 수 없)',
    beside:
      '죄송|미안|유감|안타깝|언어 모델|인공지능|ai|어시스턴트|가이드라인|정책|지침|유해|불법|위험|부적절|대신|다른|대안|기꺼이|원하시|필요하시|말씀|이해',
    said: '말했|라고 했|대답했|외쳤|물었|라며',
  },
};
